import { useCan } from "@/api/me";
import type { components } from "@/api/schema";
import type { TagTone } from "@/ui/StatusTag";

type Schemas = components["schemas"];

export type Kept = Schemas["KeepingOut"];
export type Word = Schemas["KeepingWordOut"];
export type Verdict = Word["verdict"];
export type Side = "auditor" | "client";

export const STATES = ["unchecked", "unconsented", "kept", "cover", "refused"] as const;

const TONES: Record<Kept["state"], TagTone> = {
  unchecked: "warn",
  unconsented: "blue",
  kept: "ok",
  cover: "violet",
  refused: "grey",
};

export const toneOf = ({ state }: Pick<Kept, "state">): TagTone => TONES[state];

/** On whose behalf the viewer speaks; nobody speaks for both. */
export function useSide(): Side | null {
  const can = useCan();
  if (can("keeping", "C")) return "auditor";
  return can("keeping", "A") ? "client" : null;
}

/** Only records are spoken about; what was refused comes back as a covered copy. */
export const isOpen = ({ retention }: Pick<Kept, "retention">): boolean => retention === "record";
