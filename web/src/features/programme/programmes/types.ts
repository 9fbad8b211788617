import type { components } from "@/api/schema";
import type { TagTone } from "@/ui/StatusTag";

export type Cycle = components["schemas"]["CycleOut"];
export type Line = components["schemas"]["CycleLine"];
export type Programme = components["schemas"]["ProgrammeOut"];

export const SCHEMES = ["QMS", "EMS", "OHSMS", "ISMS"] as const;
export const JURISDICTIONS = ["CN", "IAF"] as const;
export type Jurisdiction = (typeof JURISDICTIONS)[number];

const TONES: Record<Line["state"], TagTone> = {
  held: "ok",
  late: "warn",
  overdue: "bad",
  due: "blue",
  ahead: "grey",
};

/** The colour that supports a line's word; due without a day is a warning. */
export function toneOf(line: Line): TagTone {
  if (line.state === "due" && !isPlanned(line)) return "warn";
  return TONES[line.state];
}

/** Whether it has a last day that lies in its window. */
export const isPlanned = ({ case: one, due_by }: Line): boolean =>
  Boolean(one?.ends_on && one.ends_on <= due_by);

/** The audit that has to be held next. */
export const nextOf = ({ lines }: Cycle): Line | undefined =>
  lines.find(({ state }) => state !== "held" && state !== "late");

export const stateTone = (state: string): TagTone =>
  state === "running" ? "ok" : state === "closed" ? "grey" : "warn";
