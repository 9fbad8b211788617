import type { components } from "@/api/schema";
import type { TagTone } from "@/ui/StatusTag";

export type Qualification = components["schemas"]["QualificationOut"];
export type Matrix = components["schemas"]["MatrixOut"];
export type State = Qualification["state"];

export const SCHEMES = ["QMS", "EMS", "OHSMS", "ISMS"] as const;
export const QUALIFIED_AS = ["LA", "AU", "TE", "TR", "REV", "DM"] as const;
export type QualifiedAs = (typeof QUALIFIED_AS)[number];
export const STATES = ["valid", "expiring", "expired", "withdrawn"] as const;

export const TONES: Record<State, TagTone> = {
  valid: "ok",
  expiring: "warn",
  expired: "bad",
  future: "blue",
  withdrawn: "grey",
};

/** What the form holds; codes are typed with spaces between them. */
export interface QualificationValues {
  person_id: string;
  scheme: string;
  role: QualifiedAs;
  codes: string;
  valid_from: string;
  valid_to: string;
  evidence: string;
}

export const valuesOf = (row: Qualification): QualificationValues => ({
  person_id: row.person_id,
  scheme: row.scheme,
  role: row.role as QualifiedAs,
  codes: row.codes.join(" "),
  valid_from: row.valid_from,
  valid_to: row.valid_to ?? "",
  evidence: row.evidence,
});
