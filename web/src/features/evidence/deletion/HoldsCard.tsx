import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan, useIsClient } from "@/api/me";
import { useRefreshBelow } from "@/api/refresh";
import { useCaseId } from "@/lib/caseId";
import { Instant } from "@/ui/Instant";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { ReasonButton } from "@/ui/ReasonButton";
import { StatusTag } from "@/ui/StatusTag";
import { useRun } from "@/ui/useRun";
import styles from "./deletion.module.css";
import type { Hold } from "./types";

/** What keeps everything where it is: a dispute, an investigation. */
export function HoldsCard({ holds }: { holds: readonly Hold[] }) {
  const { t } = useTranslation();
  const case_id = useCaseId();
  const can = useCan();
  const isClient = useIsClient();
  const { run, busy, error } = useRun(useRefreshBelow("/api/evidence"));
  const set = (reason: string) =>
    void run(
      client.POST("/api/evidence/cases/{case_id}/holds", {
        params: { path: { case_id } },
        body: { reason },
      }),
    );
  const lift = (hold_id: string, reason: string) =>
    void run(
      client.POST("/api/evidence/holds/{hold_id}/lifting", {
        params: { path: { hold_id } },
        body: { reason },
      }),
    );
  const maySet = can("deletion", "C");
  if (holds.length === 0 && !maySet) return null;
  return (
    <Card title={t("deletion.holds")}>
      <div className={styles.stack}>
        <p className="muted">{t("deletion.holdWhy")}</p>
        <ErrorSummary error={error} />
        <ul className={styles.people}>
          {holds.map((each) => (
            <li key={each.id}>
              <StatusTag tone={each.lifted_at ? "grey" : "bad"}>
                {t(each.lifted_at ? "deletion.lifted" : "deletion.held")}
              </StatusTag>
              <span>{each.reason}</span>
              <span className="muted">
                {each.set_by} <Instant at={each.set_at} />
              </span>
              {each.lifted_at && (
                <span className="muted">
                  {each.lift_reason} · {each.lifted_by} <Instant at={each.lifted_at} />
                </span>
              )}
              {!each.lifted_at && !isClient && can("deletion", "A") && (
                <ReasonButton
                  label={t("deletion.lift")}
                  question={t("deletion.whyLift")}
                  busy={busy}
                  onReason={(reason) => lift(each.id, reason)}
                />
              )}
            </li>
          ))}
        </ul>
        {maySet && (
          <div>
            <ReasonButton
              label={t("deletion.hold")}
              question={t("deletion.whyHold")}
              busy={busy}
              onReason={set}
            />
          </div>
        )}
      </div>
    </Card>
  );
}
