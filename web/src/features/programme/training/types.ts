import type { components } from "@/api/schema";
import type { TagTone } from "@/ui/StatusTag";

export type Round = components["schemas"]["IctOut"];
export type IctPerson = components["schemas"]["IctPersonOut"];
export type Course = components["schemas"]["CourseOut"];
export type Training = components["schemas"]["TrainingOut"];

export const AREAS = ["hardware", "software"] as const;
export type Area = (typeof AREAS)[number];
export type RoundState = "declared" | "checked" | "confirmed" | "withdrawn";
export const RESULTS = ["passed", "attended", "failed"] as const;
export type Result = (typeof RESULTS)[number];
export type CourseKind = "internal" | "external";

export const ROUND_TONES: Record<RoundState, TagTone> = {
  declared: "warn",
  checked: "blue",
  confirmed: "ok",
  withdrawn: "grey",
};
