import { useRefreshBelow } from "@/api/refresh";
import type { components } from "@/api/schema";
import type { TagTone } from "@/ui/StatusTag";

export type KeyExport = components["schemas"]["KeyExportOut"];
export type KeyHolder = components["schemas"]["KeyHolderOut"];

export const TONES: Record<KeyExport["state"], TagTone> = {
  asked: "warn",
  approved: "blue",
  refused: "bad",
  taken: "grey",
};

/** Everything below `/api/evidence` reads again. */
export const useRefreshEvidence = () => useRefreshBelow("/api/evidence");
