import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useRefreshBelow } from "@/api/refresh";
import { ErrorSummary } from "@/ui/Notice";
import { ReasonButton } from "@/ui/ReasonButton";
import { useRun } from "@/ui/useRun";
import styles from "./keeping.module.css";
import type { Side, Verdict } from "./types";

interface SayProps {
  caseId: string;
  ids: readonly string[];
  side: Side;
  onSaid?: () => void;
}

const PATHS = {
  auditor: "/api/evidence/cases/{case_id}/keeping/checks",
  client: "/api/evidence/cases/{case_id}/keeping/consents",
} as const;

/** One side's word on these items: yes at once, anything else with its reason. */
export function Say({ caseId, ids, side, onSaid }: SayProps) {
  const { t } = useTranslation();
  const { run, busy, error } = useRun(useRefreshBelow("/api/evidence"));
  const say = (verdict: Verdict, reason = "") =>
    void run(
      client.POST(PATHS[side], {
        params: { path: { case_id: caseId } },
        body: { item_ids: [...ids], verdict, reason },
      }),
      onSaid,
    );
  return (
    <div className={styles.say}>
      <ErrorSummary error={error} />
      <Button type="primary" loading={busy} onClick={() => say("yes")}>
        {t(`keeping.${side}.yes`)}
      </Button>
      <ReasonButton
        label={t(`keeping.${side}.cover`)}
        question={t("keeping.whatToCover")}
        busy={busy}
        onReason={(reason) => say("cover", reason)}
      />
      <ReasonButton
        danger
        label={t(`keeping.${side}.no`)}
        question={t("keeping.whyNot")}
        busy={busy}
        onReason={(reason) => say("no", reason)}
      />
    </div>
  );
}
