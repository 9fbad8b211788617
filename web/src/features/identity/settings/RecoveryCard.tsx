import { useQueryClient } from "@tanstack/react-query";
import { Button, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { RecoveryCode } from "../setup/RecoveryCode";
import styles from "./settings.module.css";

/** Whether somebody holds the recovery code, and a new one. */
export function RecoveryCard() {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const { data } = api.useQuery("get", "/api/identity/recovery-code");
  const [code, setCode] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const renew = () => {
    setBusy(true);
    setError(null);
    client
      .POST("/api/identity/recovery-code")
      .then(({ data: fresh }) => setCode(fresh?.recovery_code ?? ""))
      .catch(setError)
      .finally(() => setBusy(false));
  };
  const finish = () => {
    setCode("");
    void queryClient.invalidateQueries();
  };
  if (data && !data.is_needed) {
    return (
      <Card title={t("setup.recovery.title")}>
        <p className="muted">{t("settings.rootElsewhere")}</p>
      </Card>
    );
  }
  const held = data?.is_confirmed ? "held" : "missing";
  return (
    <Card
      title={t("setup.recovery.title")}
      tags={
        data && (
          <StatusTag tone={held === "held" ? "ok" : "warn"}>{t(`settings.${held}`)}</StatusTag>
        )
      }
    >
      <div className={styles.stack}>
        <p className="muted">{t("setup.recovery.why")}</p>
        <ErrorSummary error={error} />
        <div className={styles.buttons}>
          <Button loading={busy} onClick={renew}>
            {t("settings.renew")}
          </Button>
        </div>
      </div>
      {code && (
        <Modal
          open
          title={t("setup.recovery.title")}
          footer={null}
          onCancel={finish}
          mask={{ closable: false }}
        >
          <RecoveryCode code={code} onConfirmed={finish} />
        </Modal>
      )}
    </Card>
  );
}
