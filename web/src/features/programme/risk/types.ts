import type { components } from "@/api/schema";
import type { TagTone } from "@/ui/StatusTag";

export type Risk = components["schemas"]["RiskOut"];
export type Matrix = components["schemas"]["RiskMatrixOut"];
export type Row = components["schemas"]["RiskRowOut"];
export type RowIn = components["schemas"]["RiskRowIn"];
export type Need = components["schemas"]["RiskNeedOut"];
export type Scale = components["schemas"]["RiskScaleOut"];
export type Level = components["schemas"]["RiskLevelOut"];
export type Suggestion = components["schemas"]["RiskSuggestionOut"];

export const SIGNS = ["threat", "opportunity"] as const;
export const FACTORS = ["process", "technology", "people", "compliance"] as const;
export const DIMENSIONS = ["effectiveness", "efficiency"] as const;
export const STAKEHOLDERS = [
  "client",
  "body",
  "authority",
  "certificate_users",
  "employees",
  "neighbours",
] as const;
export const GRADES = [1, 2, 3, 4, 5] as const;

/** Which of the two grades of a row the heat map shows. */
export type Side = "before" | "after";

export interface Cell {
  likelihood: number;
  impact: number;
}

/** The cell of a row; after treatment that before, where nothing was graded anew. */
export function cellOf(row: Row, side: Side): Cell | null {
  const { likelihood, impact, residual_likelihood, residual_impact } = row;
  if (side === "after" && residual_likelihood && residual_impact) {
    return { likelihood: residual_likelihood, impact: residual_impact };
  }
  return likelihood && impact ? { likelihood, impact } : null;
}

export const isIn = (row: Row, cell: Cell, side: Side): boolean => {
  const own = cellOf(row, side);
  return own?.likelihood === cell.likelihood && own.impact === cell.impact;
};

export const levelAt = (scale: Scale, { likelihood, impact }: Cell): Level | undefined =>
  scale.levels.find(({ code }) => code === scale.cells[likelihood - 1]?.[impact - 1]);

export const levelNamed = (scale: Scale, wanted: string): Level | undefined =>
  scale.levels.find(({ code }) => code === wanted);

/** The colour that supports the word of a matrix's state. */
export function toneOf(state: string): TagTone {
  if (state === "approved") return "ok";
  if (state === "scored") return "violet";
  return state === "draft" ? "blue" : "grey";
}
