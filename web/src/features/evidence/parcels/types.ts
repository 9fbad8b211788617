import type { components } from "@/api/schema";
import type { TagTone } from "@/ui/StatusTag";

type Schemas = components["schemas"];

export type Bundle = Schemas["BundleOut"];
export type Parcel = Schemas["ParcelOut"];
export type WholeParcel = Schemas["WholeParcelOut"];
export type SeenParcel = Schemas["SeenParcelOut"];
export type HandedIn = Schemas["HandedInOut"];
export type Recipient = Schemas["RecipientOut"];

const TONES: Record<Parcel["state"], TagTone> = {
  sent: "blue",
  fetched: "violet",
  received: "ok",
  lapsed: "grey",
  withdrawn: "grey",
};

export const toneOf = ({ state }: Pick<Parcel, "state">): TagTone => TONES[state];

/** Whether something may be sent to a recipient, and if not, why. */
export const standing = ({ is_usable, retired_at }: Recipient) =>
  is_usable ? "usable" : retired_at ? "retired" : "unchecked";
