import type { zh } from "@/locales/zh";

type Words = (typeof zh)["evidence"];
export type EvidencePartName = keyof Words["part"];

/** Keys of the words for an item's kind, origin, class, state and verdict: the server sends codes. */
export const evidenceKey = {
  part: (name: EvidencePartName) => `evidence.part.${name}` as const,
  kind: (code: string) => `evidence.kind.${code as keyof Words["kind"]}` as const,
  origin: (code: string) => `evidence.origin.${code as keyof Words["origin"]}` as const,
  retention: (code: string) => `evidence.retention.${code as keyof Words["retention"]}` as const,
  state: (code: string) => `evidence.state.${code as keyof Words["state"]}` as const,
  verdict: (code: string) => `evidence.verdict.${code as keyof Words["verdict"]}` as const,
};

const STEP = 1024;

/** A number of bytes as people write it: 1.4 MiB. */
export function bytes(count: number): string {
  if (count < STEP) return `${count} B`;
  const units = ["KiB", "MiB", "GiB", "TiB"];
  const power = Math.min(Math.floor(Math.log(count) / Math.log(STEP)), units.length);
  const value = count / STEP ** power;
  return `${value.toFixed(value < 10 ? 1 : 0)} ${units[power - 1]}`;
}
