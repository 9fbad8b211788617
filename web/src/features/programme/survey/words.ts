import { useTranslation } from "react-i18next";

import type { zh } from "@/locales/zh";

type Words = (typeof zh)["surveys"];

/** What the states of surveys and campaigns are called. */
export function useSurveyWords() {
  const { t } = useTranslation();
  return {
    state: (code: string) => t(`surveys.state.${code as keyof Words["state"]}` as const),
    campaign: (code: string) => t(`surveys.campaign.${code as keyof Words["campaign"]}` as const),
  };
}
