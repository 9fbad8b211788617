import type { zh } from "@/locales/zh";

type Words = (typeof zh)["plan"];

/** Keys of the words for what the server sends as codes. */
export const planKey = {
  kind: (code: string) => `plan.kind.${code as keyof Words["kind"]}` as const,
  state: (code: string) => `plan.state.${code as keyof Words["state"]}` as const,
  by: (code: string) => `plan.by.${code as keyof Words["by"]}` as const,
  field: (code: string) => `plan.field.${code as keyof Words["field"]}` as const,
  standing: (code: string) => `plan.standing.${code as keyof Words["standing"]}` as const,
  change: (code: string) => `plan.change.${code as keyof Words["change"]}` as const,
};
