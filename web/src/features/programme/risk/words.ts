import { useTranslation } from "react-i18next";

import { riskKey } from "@/lib/risks";

/** What the codes of a risk matrix are called. */
export function useRiskWords() {
  const { t } = useTranslation();
  return {
    sign: (code: string) => t(riskKey.sign(code)),
    factor: (code: string) => t(riskKey.factor(code)),
    dimension: (code: string) => t(riskKey.dimension(code)),
    stakeholder: (code: string) => t(riskKey.stakeholder(code)),
    state: (code: string) => t(riskKey.state(code)),
    change: (code: string) => t(riskKey.change(code)),
    field: (code: string) => t(riskKey.field(code)),
  };
}
