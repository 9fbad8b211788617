import type { components } from "@/api/schema";
import type { TagTone } from "@/ui/StatusTag";

type Schemas = components["schemas"];
export type Invoice = Schemas["InvoiceOut"];
export type InvoiceSummary = Schemas["InvoiceSummary"];

export const STATES = ["draft", "issued", "overdue", "paid", "void"] as const;
export type State = (typeof STATES)[number];

const TONES: Record<State, TagTone> = {
  draft: "grey",
  issued: "blue",
  overdue: "warn",
  paid: "ok",
  void: "grey",
};

/** Issued and past its day is a state of its own to the reader. */
export const shownState = (row: InvoiceSummary): State =>
  row.is_overdue ? "overdue" : (row.state as State);
export const toneOf = (state: State): TagTone => TONES[state];

/** Cents as people write money: `15,369.99`. */
export const money = (cents: number): string => {
  const whole = Math.floor(cents / 100).toString();
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return `${grouped}.${String(cents % 100).padStart(2, "0")}`;
};

export const BUYER = ["name", "tax_number", "address"] as const;
export const BANK = ["holder", "bank", "account"] as const;

export interface InvoiceValues {
  buyer: Record<(typeof BUYER)[number], string>;
  bank: Record<(typeof BANK)[number], string>;
  note: string;
  due_on: string;
}

const textOf = <Name extends string>(names: readonly Name[], group: Record<string, unknown>) =>
  Object.fromEntries(names.map((name) => [name, String(group[name] ?? "")])) as Record<
    Name,
    string
  >;

export const valuesOf = (row: Invoice): InvoiceValues => ({
  buyer: textOf(BUYER, row.buyer),
  bank: textOf(BANK, row.bank),
  note: row.note,
  due_on: row.due_on ?? "",
});
