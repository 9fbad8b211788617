import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan, useMe } from "@/api/me";
import { ErrorSummary } from "@/ui/Notice";
import { ReasonButton } from "@/ui/ReasonButton";
import type { Row } from "./types";
import { useAct } from "./useRisk";

/** For whoever answers for the treatment, the lead auditor and programme managers. */
export function Done({ row, onClose }: { row: Row; onClose: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const me = useMe();
  const { run, busy, error } = useAct();
  const may = me.person.id === row.treated_by_id || can("risk", "U") || can("risk", "A");
  if (!may || row.state === "done") return null;
  return (
    <>
      <ErrorSummary error={error} />
      <ReasonButton
        label={t("risk.done")}
        question={t("risk.outcomeAsked")}
        busy={busy}
        onReason={(outcome) =>
          run(
            client.POST("/api/programme/risk/rows/{risk_id}/done", {
              params: { path: { risk_id: row.id } },
              body: { version: row.version, outcome },
            }),
            onClose,
          )
        }
      />
    </>
  );
}
