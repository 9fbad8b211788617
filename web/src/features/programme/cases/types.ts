import type { components } from "@/api/schema";
import type { TagTone } from "@/ui/StatusTag";

export type Case = components["schemas"]["CaseOut"];
export type CaseSummary = components["schemas"]["CaseSummary"];
export type CaseStep = components["schemas"]["StepOut"];
export type Fact = components["schemas"]["FactOut"];
export type Programme = components["schemas"]["ProgrammeOut"];
export type NewCase = components["schemas"]["NewCase"];

export const KINDS = [
  "stage_1",
  "stage_2",
  "surveillance",
  "recertification",
  "special",
  "short_notice",
  "supplementary",
  "transfer",
] as const;
export const MODES = ["on_site", "remote", "hybrid"] as const;

export type Kind = (typeof KINDS)[number];
export type Mode = (typeof MODES)[number];

/** The colour that supports a state's word. */
export function toneOf(state: string): TagTone {
  if (["cancelled", "ended_early", "interrupted"].includes(state)) return "bad";
  if (["postponed", "nc_open"].includes(state)) return "warn";
  if (["decided", "archived", "purged"].includes(state)) return "ok";
  if (["opened", "in_progress"].includes(state)) return "violet";
  return state === "planned" ? "grey" : "blue";
}
