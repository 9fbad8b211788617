import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan } from "@/api/me";
import { ErrorSummary } from "@/ui/Notice";
import { useCase } from "../cases/useCase";
import type { Board, Plan } from "./types";
import { useAction } from "./usePlan";

interface IssueProps {
  board: Board;
  plan: Plan;
  may: boolean;
}

/** The one thing to do next with a plan: send the draft, or begin the next version. */
export function Issue({ board, plan, may }: IssueProps) {
  const { t } = useTranslation();
  const can = useCan();
  const { id, is_closed } = useCase();
  const { run, busy, error } = useAction();
  const params = { path: { case_id: id } };
  const lacking = plan.findings.filter((each) => each.is_blocking && !each.reason).length;
  const isNewest = plan.number === board.versions[0]?.number;
  const issue = () =>
    client.POST("/api/programme/cases/{case_id}/plan/issue", {
      params,
      body: { version: plan.version },
    });
  const renew = () =>
    client.POST("/api/programme/cases/{case_id}/plan", {
      params,
      body: { source: "current", reason: "" },
    });
  return (
    <>
      {may && (
        <Button
          type="primary"
          loading={busy}
          disabled={lacking > 0}
          onClick={() => void run(issue)}
        >
          {lacking > 0 ? t("plan.issueLacking", { count: lacking }) : t("plan.issue")}
        </Button>
      )}
      {isNewest && plan.state !== "draft" && can("plan", "U") && !is_closed && (
        <Button loading={busy} onClick={() => void run(renew)}>
          {t("plan.renew")}
        </Button>
      )}
      <ErrorSummary error={error} />
    </>
  );
}
