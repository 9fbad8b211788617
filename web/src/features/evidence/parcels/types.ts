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

/** Lets the browser save what the server makes while it sends. */
export function follow({ href, file_name }: Pick<SeenParcel, "href" | "file_name">): void {
  const link = document.createElement("a");
  link.href = href;
  link.download = file_name;
  link.click();
}

/** Whether something may be sent to a recipient, and if not, why. */
export const standing = ({ is_usable, retired_at }: Recipient) =>
  is_usable ? "usable" : retired_at ? "retired" : "unchecked";
