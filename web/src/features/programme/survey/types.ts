import type { components } from "@/api/schema";
import type { TagTone } from "@/ui/StatusTag";

type Schemas = components["schemas"];

export type Survey = Schemas["SurveyOut"];
export type SurveySummary = Schemas["SurveySummary"];
export type Questionnaire = Schemas["QuestionnaireOut"];
export type Saved = Schemas["SavedSurvey"];
export type Remark = Schemas["SurveyRemark"];
export type Difference = Schemas["SurveyDifference"];
export type Place = Schemas["SurveyPlace"];
export type Campaign = Schemas["CampaignOut"];
export type Item = Schemas["SurveyItem"];

export interface Device {
  count: number | null;
  remark: string;
}
export interface Network {
  kind: "" | "wired" | "wifi" | "mobile" | "none";
  up_mbps: number | null;
  down_mbps: number | null;
  remark: string;
}
export interface Site {
  devices: Record<string, Device>;
  has_none: boolean;
  network: Network;
}
export interface Person {
  has: boolean | null;
  name: string;
  phone: string;
}
export interface Area {
  site: string;
  scene: string;
  what: string;
  alternative: string;
}
export interface Noise {
  site: string;
  scene: string;
  level: "" | "quiet" | "moderate" | "loud" | "very_loud";
  dba: number | null;
  plan: string;
}
export interface Answers {
  sites: Record<string, Site>;
  people: Record<string, Person>;
  secure_areas: { has: boolean | null; areas: Area[] };
  noise: Noise[];
  meeting_tool: { name: string; is_own: boolean };
  willingness: { answer: "" | "yes" | "partly" | "no"; ground: string };
}

export const NO_SITE: Site = {
  devices: {},
  has_none: false,
  network: { kind: "", up_mbps: null, down_mbps: null, remark: "" },
};
export const NO_PERSON: Person = { has: null, name: "", phone: "" };
export const NO_AREA: Area = { site: "", scene: "", what: "", alternative: "" };
export const NO_NOISE: Noise = { site: "", scene: "", level: "", dba: null, plan: "" };
export const NO_ANSWERS: Answers = {
  sites: {},
  people: {},
  secure_areas: { has: null, areas: [] },
  noise: [],
  meeting_tool: { name: "", is_own: true },
  willingness: { answer: "", ground: "" },
};

/** What the server keeps, with every part there: a draft may hold a few of them only. */
export const whole = (stored: object | undefined): Answers => ({
  ...NO_ANSWERS,
  ...(stored as Partial<Answers> | undefined),
});

/** An earlier answer as a start; sites that are gone are left out. */
export function startingFrom(stored: object, places: readonly Place[]): Answers {
  const before = whole(stored);
  const known = new Set(places.map(({ id }) => id));
  const sites = Object.entries(before.sites).filter(([id]) => known.has(id));
  const there = (row: { site: string }) => !row.site || known.has(row.site);
  return {
    ...before,
    sites: Object.fromEntries(sites),
    noise: before.noise.filter(there),
    secure_areas: { ...before.secure_areas, areas: before.secure_areas.areas.filter(there) },
  };
}

/** The colour that supports a state's word. */
export function toneOf(state: string): TagTone {
  if (state === "answered" || state === "assessed" || state === "running") return "ok";
  if (state === "sent" || state === "sending") return "warn";
  return "grey";
}
