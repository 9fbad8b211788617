import type { components } from "@/api/schema";

export type Board = components["schemas"]["PlanBoardOut"];
export type Plan = components["schemas"]["PlanOut"];
export type Item = components["schemas"]["PlanItemOut"];
export type Finding = components["schemas"]["PlanFindingOut"];
export type Version = components["schemas"]["PlanVersionOut"];
export type Change = components["schemas"]["PlanChangeOut"];
export type Choices = components["schemas"]["PlanChoicesOut"];
export type PlanTool = components["schemas"]["PlanToolOut"];
export type NewItem = components["schemas"]["NewPlanItem"];
export type Talk = components["schemas"]["TalkOut"];

export const KINDS = [
  "opening",
  "work",
  "break",
  "team",
  "client_talk",
  "closing",
  "travel",
] as const;
export type Kind = (typeof KINDS)[number];

/** How the lanes are cut. */
export const LANES = ["member", "clause", "site"] as const;
export type LaneBy = (typeof LANES)[number];

/** What the form begins with: an item that is there, or one to be added. */
export type Opened = { item: Item } | { prefill: Partial<NewItem> };
