import { api } from "@/api/client";
import type { components } from "@/api/schema";
import type { TagTone } from "@/ui/StatusTag";

export type Session = components["schemas"]["SessionOut"];
export type Summary = components["schemas"]["SessionSummaryOut"];
export type Person = components["schemas"]["ParticipantOut"];
export type Message = components["schemas"]["ChatMessageOut"];

export const TONES: Record<Summary["state"], TagTone> = {
  planned: "blue",
  lobby: "warn",
  live: "bad",
  ended: "ok",
  cancelled: "grey",
};

/** One session; open pages hear of every change and read it again. */
export const useSession = (id: string) =>
  api.useQuery("get", "/api/rooms/sessions/{session_id}", { params: { path: { session_id: id } } });

/** Raised hands in the order of raising; a place in the queue begins with 1. */
export function handsOf(people: readonly Person[]): Person[] {
  return people
    .filter(({ hand_raised_at: at, state }) => at && state === "admitted")
    .toSorted((one, other) => (one.hand_raised_at ?? "").localeCompare(other.hand_raised_at ?? ""));
}
