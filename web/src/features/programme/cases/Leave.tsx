import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan } from "@/api/me";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { ReasonButton } from "@/ui/ReasonButton";
import styles from "./cases.module.css";
import type { Case } from "./types";
import { useRefresh } from "./useCase";

const BEFORE = ["planned", "team_set", "plan_issued", "plan_accepted", "ict_tested"];
const DURING = ["opened", "in_progress", "interrupted"];

/** The ways out that need a reason: postpone and go on, cancel, end early. */
export function Leave({ of }: { of: Case }) {
  const { t } = useTranslation();
  const can = useCan();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const params = { path: { case_id: of.id } };
  const run = (action: Promise<unknown>) => {
    setBusy(true);
    setError(null);
    action.catch(setError).finally(() => void refresh().then(() => setBusy(false)));
  };
  const waits = BEFORE.includes(of.state);
  const mayChange = can("programme", "U");
  const mayCancel = can("programme", "C") && (waits || of.state === "postponed");
  const mayEnd = mayChange && DURING.includes(of.state);
  const mayPause = mayChange && (waits || of.state === "postponed");
  if (!mayCancel && !mayEnd && !mayPause) return null;
  return (
    <Card title={t("cases.leave")}>
      <ErrorSummary error={error} />
      <div className={styles.row}>
        {mayPause && of.state === "postponed" && (
          <Button
            loading={busy}
            onClick={() => run(client.POST("/api/programme/cases/{case_id}/resume", { params }))}
          >
            {t("cases.resume")}
          </Button>
        )}
        {mayPause && waits && (
          <ReasonButton
            label={t("cases.postpone")}
            question={t("cases.whyPostpone")}
            busy={busy}
            onReason={(reason) =>
              run(
                client.POST("/api/programme/cases/{case_id}/postpone", {
                  params,
                  body: { reason },
                }),
              )
            }
          />
        )}
        {mayCancel && (
          <ReasonButton
            danger
            label={t("cases.cancel")}
            question={t("cases.whyCancel")}
            busy={busy}
            onReason={(reason) =>
              run(
                client.POST("/api/programme/cases/{case_id}/cancel", { params, body: { reason } }),
              )
            }
          />
        )}
        {mayEnd && (
          <ReasonButton
            danger
            label={t("cases.endEarly")}
            question={t("cases.whyEnd")}
            busy={busy}
            onReason={(reason) =>
              run(
                client.POST("/api/programme/cases/{case_id}/end-early", {
                  params,
                  body: { reason },
                }),
              )
            }
          />
        )}
      </div>
    </Card>
  );
}
