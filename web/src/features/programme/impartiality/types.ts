import type { components } from "@/api/schema";
import type { TagTone } from "@/ui/StatusTag";

export type Interest = components["schemas"]["InterestOut"];
export type Declaration = components["schemas"]["DeclarationOut"];
export type Due = components["schemas"]["DueOut"];

export const INTEREST_KINDS = [
  "employment",
  "consultancy",
  "internal_audit",
  "training",
  "family",
  "shares",
  "competitor",
  "other",
] as const;
export type InterestKind = (typeof INTEREST_KINDS)[number];
export const DECISIONS = ["accepted", "safeguarded", "excluded"] as const;
export type Decided = (typeof DECISIONS)[number];
export type Decision = Decided | "open";

export const STANDING: Record<Interest["standing"], TagTone> = {
  clear: "ok",
  watch: "warn",
  conflict: "bad",
};

export interface InterestValues {
  person_id: string;
  client_id: string;
  kind: InterestKind;
  since: string;
  until: string;
  details: string;
}

export interface DecisionValues {
  decision: Decided;
  treatment: string;
  reason: string;
}
