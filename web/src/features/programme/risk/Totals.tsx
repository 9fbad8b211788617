import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { EmptyState } from "@/ui/EmptyState";
import { Instant } from "@/ui/Instant";
import { ErrorSummary } from "@/ui/Notice";
import { Card, Waiting } from "@/ui/Page";
import { useCaseId } from "../cases/useCase";
import styles from "./risk.module.css";

/** What an authority sees: how many of which level, never what they say. */
export function Totals() {
  const { t } = useTranslation();
  const params = { path: { case_id: useCaseId() } };
  const { data, error } = api.useQuery("get", "/api/programme/cases/{case_id}/risk/totals", {
    params,
  });
  if (error) return <ErrorSummary error={error} />;
  if (!data) return <Waiting />;
  if (!data.number) {
    return (
      <Card>
        <EmptyState icon="shield" title={t("risk.emptyTitle")}>
          {t("risk.emptyForOthers")}
        </EmptyState>
      </Card>
    );
  }
  return (
    <Card title={t("risk.totals")} aside={data.approved_at && <Instant at={data.approved_at} />}>
      <p className={styles.muted}>
        {data.has_exception ? t("risk.totalsException") : t("risk.totalsHint")}
      </p>
      <table className={styles.grid}>
        <thead>
          <tr>
            <th scope="col">{t("risk.levels")}</th>
            <th scope="col">{t("risk.threatsBefore")}</th>
            <th scope="col">{t("risk.threatsAfter")}</th>
            <th scope="col">{t("risk.opportunities")}</th>
          </tr>
        </thead>
        <tbody>
          {data.levels.map((level) => (
            <tr key={level.code}>
              <th scope="row">{level.name}</th>
              <td>{level.threat_before}</td>
              <td>{level.threat_after}</td>
              <td>{level.opportunity_after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
