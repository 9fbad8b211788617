import { useTranslation } from "react-i18next";

import { useCaseWords } from "../cases/words";
import { isPlanned, type Jurisdiction, type Line } from "./types";

type ProgrammeState = "draft" | "approved" | "running" | "change_pending" | "closed";

/** What the audits of a cycle and their windows are called. */
export function useCycleWords() {
  const { t } = useTranslation();
  const cases = useCaseWords();
  return {
    audit: cases.kind,
    caseState: cases.state,
    state: (line: Line) =>
      line.state === "due" && !isPlanned(line)
        ? t("programmes.line.unplanned")
        : t(`programmes.line.${line.state}`),
    left: ({ days_left: days }: Line) =>
      days < 0
        ? t("programmes.overdueBy", { count: -days })
        : t("programmes.left", { count: days }),
    programme: (state: string) => t(`programmes.state.${state as ProgrammeState}`),
    rules: (code: string) => t(`programmes.rules.${code as Jurisdiction}`),
    countsFrom: (code: string) => t(`programmes.from.${code as "decision" | "issue"}`),
  };
}
