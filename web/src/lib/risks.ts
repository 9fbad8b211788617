import type { zh } from "@/locales/zh";

type Words = (typeof zh)["risk"];
type Information = (typeof zh)["information"];

/** Keys of the words for the codes of a risk matrix: the server sends codes. */
export const riskKey = {
  sign: (code: string) => `risk.sign.${code as keyof Words["sign"]}` as const,
  factor: (code: string) => `risk.factor.${code as keyof Words["factor"]}` as const,
  dimension: (code: string) => `risk.dimension.${code as keyof Words["dimension"]}` as const,
  stakeholder: (code: string) => `risk.stakeholder.${code as keyof Words["stakeholder"]}` as const,
  state: (code: string) => `risk.state.${code as keyof Words["state"]}` as const,
  change: (code: string) => `risk.change.${code as keyof Words["change"]}` as const,
  field: (code: string) => `risk.field.${code as keyof Words["field"]}` as const,
};

/** The same for the information that is collected before an audit. */
export const informationKey = {
  state: (code: string) => `information.state.${code as keyof Information["state"]}` as const,
  from: (code: string) => `information.from.${code as keyof Information["from"]}` as const,
  fact: (code: string) => `information.fact.${code as keyof Information["fact"]}` as const,
};
