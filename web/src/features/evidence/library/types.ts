import type { components } from "@/api/schema";
import type { Tone } from "@/ui/Notice";

type Schemas = components["schemas"];

export type Item = Schemas["EvidenceOut"];
export type WholeItem = Schemas["WholeEvidenceOut"];
export type Opening = Schemas["EvidenceOpeningOut"];
export type Preview = Schemas["EvidencePreviewOut"];

/** A preview and the link under which its parts are read. */
export interface Shown {
  preview: Preview;
  opening: Opening;
}

/** Where one part of a preview is read. */
export const hrefOf = (opening: Opening, number: number) =>
  opening.preview_href.replace("{number}", String(number));

export const KINDS = ["file", "capture", "clip", "recording", "excerpt", "delivery"] as const;
export const STATES = ["quarantined", "held", "refused", "destroyed"] as const;

const TONES: Record<Item["state"], Tone | undefined> = {
  quarantined: "warn",
  held: "ok",
  refused: "bad",
  destroyed: undefined,
};

/** How loudly a state is said; a destroyed item is quiet. */
export const toneOf = (state: Item["state"]): Tone | undefined => TONES[state];
