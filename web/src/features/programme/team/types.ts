import type { components } from "@/api/schema";

export type Member = components["schemas"]["MemberOut"];
export type Candidate = components["schemas"]["CandidateOut"];
export type Reason = components["schemas"]["ReasonOut"];
export type Coverage = components["schemas"]["CoverageOut"];
export type Objection = components["schemas"]["ObjectionOut"];
export type Notice = components["schemas"]["NoticeOut"];

export const TEAM_ROLES = ["LA", "AU", "TE", "TR", "OBS", "INT"] as const;
export type TeamRole = (typeof TEAM_ROLES)[number];

/** What the form for one member holds; codes are typed with spaces between them. */
export interface MemberValues {
  person_id: string;
  role: TeamRole;
  schemes: string[];
  codes: string;
  days: number;
  is_remote: boolean;
  override_reason: string;
}

/** `17.06 18` → ["17.06", "18"]. */
export const codesOf = (text: string): string[] => text.split(/[\s,，、;；]+/).filter(Boolean);

export const bodyOf = ({ codes, days, ...rest }: MemberValues) => ({
  ...rest,
  days: String(days),
  codes: codesOf(codes),
});
