import { api } from "@/api/client";
import { useMe } from "@/api/me";
import { useRefreshBelow } from "@/api/refresh";
import type { components } from "@/api/schema";
import type { TagTone } from "@/ui/StatusTag";
import { useRun } from "@/ui/useRun";

type Schemas = components["schemas"];

export type Request = Schemas["RequestOut"];
export type WholeRequest = Schemas["WholeRequestOut"];
export type Answer = Schemas["RequestAnswerOut"];
export type Refusal = Schemas["RequestRefusalOut"];
export type Check = Schemas["DocumentCheckOut"];

export const STATES = [
  "requested",
  "provided",
  "returned",
  "refused",
  "accepted",
  "ruled",
  "withdrawn",
] as const;
export const PHASES = ["before_audit", "in_audit", "after_audit"] as const;
export const GROUNDS = [
  "confidential",
  "personal",
  "not_existing",
  "not_in_time",
  "other",
] as const;
export const RULINGS = ["alternative", "scope_limit", "obstruction", "withdrawn"] as const;
export const VERDICTS = ["same", "differs", "cannot_tell"] as const;

const TONES: Record<Request["state"], TagTone> = {
  requested: "blue",
  provided: "violet",
  returned: "warn",
  refused: "bad",
  accepted: "ok",
  ruled: "grey",
  withdrawn: "grey",
};

export const toneOf = ({ state }: Pick<Request, "state">): TagTone => TONES[state];

/** The client is to act. */
export const isOwed = ({ state }: Pick<Request, "state">): boolean =>
  state === "requested" || state === "returned";

/** Nothing is left to do. */
export const isSettled = ({ state }: Pick<Request, "state">): boolean =>
  state === "accepted" || state === "ruled" || state === "withdrawn";

/** One deed on a request: busy while it runs, its refusal shown, everything read again after. */
export const useDeed = () => useRun(useRefreshBelow("/api/evidence"));

/** Whether the viewer leads this audit: only then a refusal is theirs to rule on. */
export function useIsLead(caseId: string): boolean {
  const { person } = useMe();
  const { data } = api.useQuery("get", "/api/programme/cases/{case_id}", {
    params: { path: { case_id: caseId } },
  });
  return (
    data?.team.some(({ person_id, role }) => person_id === person.id && role === "LA") ?? false
  );
}
