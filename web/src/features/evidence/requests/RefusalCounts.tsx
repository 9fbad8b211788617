import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCaseId } from "@/lib/caseId";
import { requestKey } from "@/lib/requests";
import { Card } from "@/ui/Page";
import styles from "./requests.module.css";

/** How often this client refused, on which ground and how it was ruled. */
export function RefusalCounts() {
  const { t } = useTranslation();
  const params = { path: { case_id: useCaseId() } };
  const { data } = api.useQuery("get", "/api/evidence/cases/{case_id}/refusals", { params });
  if (!data || data.requests === 0) return null;
  return (
    <Card title={t("requests.statistics")}>
      <p className="muted">
        {t("requests.statisticsNote", {
          client: data.client,
          here: data.requests_here,
          total: data.requests,
        })}
      </p>
      {data.grounds.length === 0 && <p>{t("requests.noRefusals")}</p>}
      <ul className={styles.list}>
        {data.grounds.map((each) => (
          <li key={each.ground}>
            <span className={styles.line}>
              <strong>{t(requestKey.ground(each.ground))}</strong>
              <span>{`${t("requests.count")} ${each.count}`}</span>
              <span>{`${t("requests.countHere")} ${each.count_here}`}</span>
              {Object.entries(each.rulings).map(([ruling, count]) => (
                <small key={ruling}>{`${t(requestKey.ruling(ruling))} ${count}`}</small>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
