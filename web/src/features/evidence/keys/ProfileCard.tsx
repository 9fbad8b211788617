import { Button, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan } from "@/api/me";
import { ErrorSummary } from "@/ui/Notice";
import { Card, Waiting } from "@/ui/Page";
import styles from "./keys.module.css";
import { useRefreshEvidence } from "./types";

const SUITES = ["aes", "sm"] as const;
type Suite = (typeof SUITES)[number];

/** The algorithms in which new evidence is sealed; what was sealed before stays readable. */
export function ProfileCard() {
  const { t } = useTranslation();
  const may = useCan()("settings", "U");
  const refresh = useRefreshEvidence();
  const { data, error } = api.useQuery("get", "/api/evidence/profile");
  const [wanted, setWanted] = useState<Suite>();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const choose = async () => {
    if (!data || !wanted) return;
    setBusy(true);
    setRefusal(null);
    try {
      const body = { version: data.version, suite: wanted };
      await client.PUT("/api/evidence/profile", { body });
      setWanted(undefined);
    } catch (caught) {
      setRefusal(caught);
    } finally {
      await refresh();
      setBusy(false);
    }
  };
  return (
    <Card title={t("keys.suiteLabel")}>
      <ErrorSummary error={error ?? refusal} />
      {!data && !error && <Waiting />}
      {data && (
        <div className={styles.suite}>
          <Radio.Group
            disabled={!may}
            value={wanted ?? data.suite}
            onChange={(event) => setWanted(event.target.value as Suite)}
            options={SUITES.map((value) => ({ value, label: t(`keys.suite.${value}`) }))}
          />
          <small className="muted">{t("keys.suiteNote")}</small>
          {wanted && wanted !== data.suite && (
            <Button loading={busy} onClick={() => void choose()}>
              {t("keys.choose")}
            </Button>
          )}
        </div>
      )}
    </Card>
  );
}
