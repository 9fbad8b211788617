import type { zh } from "@/locales/zh";

type Words = (typeof zh)["surveys"];

/** Keys of the words for the states of surveys and campaigns: the server sends codes. */
export const surveyKey = {
  state: (code: string) => `surveys.state.${code as keyof Words["state"]}` as const,
  campaign: (code: string) => `surveys.campaign.${code as keyof Words["campaign"]}` as const,
};
