import type { components } from "@/api/schema";
import type { TagTone } from "@/ui/StatusTag";

type Schemas = components["schemas"];
export type Feasibility = Schemas["FeasibilityOut"];
export type Scene = Schemas["SceneOut"];
export type Override = Schemas["OverrideOut"];
export type Condition = Schemas["ConditionOut"];
export type Ground = Schemas["GroundOut"];
export type Contingency = Schemas["ContingencyOut"];
export type Agreement = Schemas["AgreementOut"];
export type Verdict = Schemas["NewOverride"]["verdict"];
export type Mode = Schemas["Decide"]["mode"];

export const SCENES = [
  "office",
  "meeting_room",
  "production",
  "warehouse",
  "laboratory",
  "equipment_room",
  "environmental_treatment",
  "hazardous_chemicals",
  "hazardous_waste",
  "canteen",
  "server_room",
  "outdoor",
  "virtual",
] as const;
export const FACTORS = [
  "complexity",
  "automation",
  "informatisation",
  "confidentiality",
  "environment",
] as const;
export const VERDICTS = ["remote_ok", "limited", "forbidden"] as const;
export const MEDIA = ["attendance", "still", "recording", "transcript", "file"] as const;

const TONES: Record<string, TagTone> = {
  remote_ok: "ok",
  limited: "warn",
  forbidden: "bad",
  feasible: "ok",
  partial: "warn",
  not: "bad",
  blocks: "bad",
  open: "grey",
  limits: "warn",
  notes: "grey",
  supports: "ok",
  in_force: "ok",
  issued: "warn",
};

/** The colour that supports the word of a verdict, a ground or a state. */
export const toneOf = (code: string): TagTone => TONES[code] ?? "grey";
