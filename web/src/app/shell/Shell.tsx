import { Outlet, useNavigate } from "@tanstack/react-router";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";

import { useShortcut } from "@/lib/shortcuts";
import { UndoBar } from "@/ui/undo";
import { useLiveUpdates } from "../live";
import { KeyboardHelp } from "./KeyboardHelp";
import { Lines } from "./Lines";
import { SessionDialog } from "./SessionDialog";
import styles from "./Shell.module.css";
import { SideNav } from "./SideNav";
import { TopBar } from "./TopBar";

/** What stays around every page of a signed-in person. */
export function Shell() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [help, setHelp] = useState(false);
  const live = useLiveUpdates();
  useShortcut(
    "?",
    useCallback(() => setHelp(true), []),
  );
  useShortcut(
    "g",
    useCallback(() => void navigate({ to: "/" }), [navigate]),
  );
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t("shell.skip")}
      </a>
      <TopBar onHelp={() => setHelp(true)} />
      <div className={styles.side}>
        <SideNav />
      </div>
      <main id="main" tabIndex={-1} className={styles.main}>
        <Lines live={live} />
        <Outlet />
      </main>
      <UndoBar />
      <KeyboardHelp open={help} onClose={() => setHelp(false)} />
      <SessionDialog />
    </div>
  );
}
