import type { zh } from "@/locales/zh";

type Words = (typeof zh)["sampling"];

/** Keys of the words for what the server sends of samples as codes. */
export const samplingKey = {
  state: (code: string) => `sampling.state.${code as keyof Words["state"]}` as const,
  fault: (code: string) => `sampling.fault.${code as keyof Words["fault"]}` as const,
  factor: (code: string) => `sampling.factors.${code as keyof Words["factors"]}` as const,
  rule: (code: string) => `sampling.rules.${code as keyof Words["rules"]}` as const,
  verdict: (code: string) => `sampling.verdict.${code as keyof Words["verdict"]}` as const,
  count: (code: string) => `sampling.counts.${code as keyof Words["counts"]}` as const,
};
