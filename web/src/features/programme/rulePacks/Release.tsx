import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { ErrorSummary } from "@/ui/Notice";
import { useRefresh } from "../cases/useCase";
import styles from "./rulePacks.module.css";
import type { Pack } from "./types";

/** Puts a draft in force; the server refuses whoever wrote it. */
export function Release({ pack }: { pack: Pack }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const [state, setState] = useState<{ busy?: boolean; error?: unknown }>({});
  const release = async () => {
    setState({ busy: true });
    try {
      await client.POST("/api/programme/rule-packs/{pack_id}/release", {
        params: { path: { pack_id: pack.key } },
        body: { version: pack.version },
      });
      await refresh();
      setState({});
    } catch (error) {
      setState({ error });
    }
  };
  return (
    <div className={styles.foot}>
      <Button type="primary" loading={state.busy ?? false} onClick={() => void release()}>
        {t("rulePacks.release", { from: pack.effective_from })}
      </Button>
      <ErrorSummary error={state.error} />
    </div>
  );
}
