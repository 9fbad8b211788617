import type { components } from "@/api/schema";
import type { TagTone } from "@/ui/StatusTag";

export type PackSummary = components["schemas"]["PackSummary"];
export type Pack = components["schemas"]["PackOut"];
export type Group = components["schemas"]["PackGroup"];
export type Touched = components["schemas"]["TouchedCase"];

/** A table of bands: people from and to, then the days of each column. */
export interface Bands {
  columns: string[];
  rows: number[][];
}

export interface Content {
  groups: { name: string; values: Record<string, unknown> }[];
  [key: string]: unknown;
}

export const STATE_TONES: Record<PackSummary["state"], TagTone> = {
  shipped: "grey",
  draft: "warn",
  released: "ok",
  superseded: "grey",
};

export function isBands(value: unknown): value is Bands {
  return typeof value === "object" && value !== null && "rows" in value && "columns" in value;
}
