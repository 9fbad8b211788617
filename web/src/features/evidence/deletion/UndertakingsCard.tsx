import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useRefreshBelow } from "@/api/refresh";
import { useCaseId } from "@/lib/caseId";
import { Instant } from "@/ui/Instant";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { useRun } from "@/ui/useRun";
import styles from "./deletion.module.css";

/** Both sides' confidentiality: the words that the reader takes on, and who has given theirs. */
export function UndertakingsCard() {
  const { t } = useTranslation();
  const case_id = useCaseId();
  const path = { path: { case_id } };
  const { data } = api.useQuery("get", "/api/evidence/cases/{case_id}/undertakings", {
    params: path,
  });
  const { run, busy, error } = useRun(useRefreshBelow("/api"));
  if (!data) return null;
  const undertake = () =>
    void run(client.POST("/api/evidence/cases/{case_id}/undertakings", { params: path }));
  return (
    <Card title={t("deletion.confidentiality")}>
      <div className={styles.stack}>
        <ErrorSummary error={error} />
        <blockquote className={styles.wording}>{data.own_text}</blockquote>
        {data.is_owed && (
          <Button type="primary" loading={busy} onClick={undertake}>
            {t("deletion.undertake")}
          </Button>
        )}
        {data.missing.length > 0 && (
          <Notice tone="warn">
            {t("deletion.stillOwed", { names: data.missing.map(({ name }) => name).join("、") })}
          </Notice>
        )}
        <ul className={styles.people}>
          {data.given.map((each) => (
            <li key={`${each.name}${each.given_at}`}>
              <StatusTag tone="ok">{t(`deletion.side.${each.side}`)}</StatusTag>
              <span>{each.name}</span>
              <Instant at={each.given_at} />
            </li>
          ))}
        </ul>
        <small className="muted">{t("deletion.edition", { stamp: data.stamp })}</small>
      </div>
    </Card>
  );
}
