import { useTranslation } from "react-i18next";

import { caseKey } from "@/lib/cases";
import type { CaseSummary } from "./types";

/** What an audit's kind, mode, state and steps are called. */
export function useCaseWords() {
  const { t } = useTranslation();
  return {
    kind: ({ kind, sequence }: Pick<CaseSummary, "kind" | "sequence">) =>
      kind === "surveillance" ? t("cases.surveillanceOf", { sequence }) : t(caseKey.kind(kind)),
    kindOf: (kind: string) => t(caseKey.kind(kind)),
    mode: (mode: string) => t(caseKey.mode(mode)),
    state: (state: string) => t(caseKey.state(state)),
    step: (step: string) => t(caseKey.step(step)),
  };
}
