import type { zh } from "@/locales/zh";

type Words = (typeof zh)["requests"];

/** Keys of the words for what the server sends of evidence requests as codes. */
export const requestKey = {
  phase: (code: string) => `requests.phases.${code as keyof Words["phases"]}` as const,
  state: (code: string) => `requests.state.${code as keyof Words["state"]}` as const,
  ground: (code: string) => `requests.grounds.${code as keyof Words["grounds"]}` as const,
  ruling: (code: string) => `requests.ruling.${code as keyof Words["ruling"]}` as const,
  verdict: (code: string) => `requests.verdict.${code as keyof Words["verdict"]}` as const,
  basis: (code: string) => `requests.basis.${code as keyof Words["basis"]}` as const,
  note: (code: string) => `requests.dateNote.${code as keyof Words["dateNote"]}` as const,
};

/** `QMS 8.5.1` as scheme and clause; null where it is not written that way. */
export function clauseOf(text: string): { scheme: string; clause: string } | null {
  const [, scheme, clause] = /^([A-Za-z]{2,10})\s+([\w.]{1,20})$/.exec(text.trim()) ?? [];
  return scheme && clause ? { scheme: scheme.toUpperCase(), clause } : null;
}
