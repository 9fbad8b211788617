import { useTranslation } from "react-i18next";

import { feasibilityKey as key } from "@/lib/feasibility";

/** What scenes, verdicts, effects and states are called. */
export function useFeasibilityWords() {
  const { t } = useTranslation();
  return {
    scene: (code: string) => t(key.scene(code)),
    verdict: (code: string) => t(key.verdict(code)),
    factor: (code: string) => t(key.factor(code)),
    result: (code: string) => t(key.result(code)),
    media: (code: string) => t(key.media(code)),
    agreement: (code: string) => t(key.agreement(code)),
    means: (code: string) => t(key.means(code)),
  };
}
