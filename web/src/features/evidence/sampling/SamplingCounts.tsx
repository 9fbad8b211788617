import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCaseId } from "@/lib/caseId";
import { samplingKey } from "@/lib/sampling";
import { Card } from "@/ui/Page";
import styles from "./sampling.module.css";

const COUNTS = [
  "samples",
  "drawn",
  "asked",
  "refused",
  "overdue",
  "replaced",
  "discarded",
] as const;

/** How often this client refused what was drawn, and how often it was replaced. */
export function SamplingCounts() {
  const { t } = useTranslation();
  const params = { path: { case_id: useCaseId() } };
  const { data } = api.useQuery("get", "/api/evidence/cases/{case_id}/sampling-counts", { params });
  if (!data || data.everywhere.samples === 0) return null;
  return (
    <Card title={t("sampling.counts.title")} aside={data.client}>
      <table className={styles.counts}>
        <thead>
          <tr>
            <th scope="col">{t("sampling.counts.count")}</th>
            <td>{t("sampling.counts.here")}</td>
            <td>{t("sampling.counts.everywhere")}</td>
          </tr>
        </thead>
        <tbody>
          {COUNTS.map((name) => (
            <tr key={name}>
              <th scope="row">{t(samplingKey.count(name))}</th>
              <td>{data.here[name]}</td>
              <td>{data.everywhere[name]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
