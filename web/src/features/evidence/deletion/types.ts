import type { components } from "@/api/schema";
import type { TagTone } from "@/ui/StatusTag";

type Schemas = components["schemas"];

export type Deletion = Schemas["DeletionOut"];
export type Order = Schemas["DeletionOrderOut"];
export type Due = Schemas["DueDeletionOut"];
export type Hold = Schemas["LegalHoldOut"];
export type KeepItem = Schemas["KeepListItemOut"];
export type Undertakings = Schemas["UndertakingsOut"];

export const TONES: Record<Order["state"], TagTone> = {
  review: "warn",
  objected: "bad",
  confirmed: "blue",
  approved: "blue",
  deleting: "violet",
  waiting: "violet",
  residue: "bad",
  verified: "violet",
  deleted: "ok",
  refused: "grey",
  withdrawn: "grey",
};

export const GIVEN_UP: readonly Order["state"][] = ["refused", "withdrawn"];

/** From `deleting` on nobody turns back. */
export const REVOCABLE: readonly Order["state"][] = ["review", "objected", "confirmed", "approved"];

/** Until when the client keeps by default: so many months from now, as a local date. */
export function keepUntil(months: number, today = new Date()): string {
  const day = new Date(today.getFullYear(), today.getMonth() + months, today.getDate());
  const two = (number: number) => String(number).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}
