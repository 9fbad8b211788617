import type { components } from "@/api/schema";
import type { TagTone } from "@/ui/StatusTag";

export type Information = components["schemas"]["InformationOut"];
export type Item = components["schemas"]["InformationItemOut"];
export type PriorFact = components["schemas"]["PriorFactOut"];
export type Note = components["schemas"]["AnalysisNoteOut"];
export type Review = components["schemas"]["InformationReviewOut"];
export type Inputs = components["schemas"]["PlanningInputsOut"];

/** The colour that supports the word of an item's state. */
export function toneOf({ state }: Item): TagTone {
  if (state === "answered") return "ok";
  if (state === "requested") return "blue";
  return state === "open" ? "warn" : "grey";
}

export const isWaiting = ({ state }: Item): boolean => state === "open" || state === "requested";

/** A local date some days from now, as a date field takes it. */
export function dayFromNow(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() + days);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

const two = (number: number) => String(number).padStart(2, "0");
