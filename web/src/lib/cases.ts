import type { zh } from "@/locales/zh";

type Words = (typeof zh)["cases"];

/** Keys of the words for an audit's kind, mode, state, step and tab: the server sends codes. */
export const caseKey = {
  kind: (code: string) => `cases.kind.${code as keyof Words["kind"]}` as const,
  mode: (code: string) => `cases.mode.${code as keyof Words["mode"]}` as const,
  state: (code: string) => `cases.state.${code as keyof Words["state"]}` as const,
  step: (code: string) => `cases.step.${code as keyof Words["step"]}` as const,
  tab: (name: string) => `cases.tab.${name as keyof Words["tab"]}` as const,
};
