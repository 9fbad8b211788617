import { Button } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { newVersion } from "@/lib/build";
import { useOnline } from "@/lib/connection";
import type { LiveClient, LiveState } from "@/lib/live";
import { useStore } from "@/lib/store";
import { Notice } from "@/ui/Notice";
import styles from "./Shell.module.css";
import { StatusBanners } from "./StatusBanners";

/** One line for each thing about the line and the system that everybody must know. */
export function Lines({ live }: { live: LiveClient }) {
  const { t } = useTranslation();
  const updated = useStore(newVersion);
  return (
    <div className={styles.lines}>
      <ConnectionLine live={live} />
      {updated && (
        <Notice
          tone="blue"
          action={
            <Button onClick={() => window.location.reload()}>{t("shell.line.reload")}</Button>
          }
        >
          {t("shell.line.newVersion")}
        </Notice>
      )}
      <StatusBanners />
    </div>
  );
}

function ConnectionLine({ live }: { live: LiveClient }) {
  const { t } = useTranslation();
  const online = useOnline();
  const state = useStore(live.state);
  const returned = useReturned(state);
  if (!online) return <Notice tone="warn">{t("shell.line.offline")}</Notice>;
  if (state === "lost") {
    const now = <Button onClick={() => live.retryNow()}>{t("shell.line.now")}</Button>;
    return (
      <Notice tone="warn" action={now}>
        {t("shell.line.lost")}
      </Notice>
    );
  }
  return returned ? <Notice tone="ok">{t("shell.line.back")}</Notice> : null;
}

const SHOWN = 5_000;

/** True for a while after a lost connection came back. */
function useReturned(state: LiveState): boolean {
  const [wasLost, setWasLost] = useState(false);
  if (state === "lost" && !wasLost) setWasLost(true);
  const returned = wasLost && state === "open";
  useEffect(() => {
    if (!returned) return undefined;
    const timer = window.setTimeout(() => setWasLost(false), SHOWN);
    return () => window.clearTimeout(timer);
  }, [returned]);
  return returned;
}
