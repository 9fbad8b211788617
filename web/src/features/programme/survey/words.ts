import { useTranslation } from "react-i18next";

import { surveyKey } from "@/lib/surveys";

/** What the states of surveys and campaigns are called. */
export function useSurveyWords() {
  const { t } = useTranslation();
  return {
    state: (code: string) => t(surveyKey.state(code)),
    campaign: (code: string) => t(surveyKey.campaign(code)),
  };
}
