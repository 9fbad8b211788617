import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { ErrorSummary } from "@/ui/Notice";
import { Card, Waiting } from "@/ui/Page";
import { PathLink } from "@/ui/PathLink";
import { StatusTag } from "@/ui/StatusTag";
import { days } from "../time/types";
import styles from "./rulePacks.module.css";
import type { Touched } from "./types";

/** The audits still to come that a new edition touches, and what would change in their time. */
export function TouchedCases({ id }: { id: string }) {
  const { t } = useTranslation();
  const params = { path: { pack_id: id } };
  const { data, error } = api.useQuery("get", "/api/programme/rule-packs/{pack_id}/touched", {
    params,
  });
  return (
    <Card
      title={t("rulePacks.touched")}
      aside={data && t("rulePacks.count", { count: data.length })}
    >
      {error && <ErrorSummary error={error} />}
      {!data && !error && <Waiting />}
      {data?.length === 0 && <p className="muted">{t("rulePacks.touchesNothing")}</p>}
      <ul className={styles.touched}>
        {data?.map((each) => (
          <li key={each.case_id}>
            <span>
              <PathLink href={`/audits/${each.case_id}/time`}>{each.number}</PathLink> {each.client}{" "}
              <small>{each.starts_on ?? ""}</small>
            </span>
            <Effect of={each} />
            {each.changes.map((change) => (
              <small key={change.key}>
                {change.basis} · {change.total_before && days(change.total_before)} →{" "}
                {change.total_after && days(change.total_after)}
              </small>
            ))}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Effect({ of }: { of: Touched }) {
  const { t } = useTranslation();
  if (!of.before) return <StatusTag>{t("rulePacks.noTime")}</StatusTag>;
  if (!of.after) return <StatusTag tone="warn">{t("rulePacks.chooseAnew")}</StatusTag>;
  if (of.before === of.after) return <StatusTag>{t("rulePacks.same")}</StatusTag>;
  return (
    <StatusTag tone="warn">
      {t("rulePacks.becomes", { before: days(of.before), after: days(of.after) })}
    </StatusTag>
  );
}
