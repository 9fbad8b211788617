import type { components } from "@/api/schema";

export type Import = components["schemas"]["ImportOut"];
export type Summary = components["schemas"]["ImportSummary"];
export type Row = components["schemas"]["ImportRow"];

export const KINDS = ["people", "organisations", "certificates"] as const;
export type Kind = (typeof KINDS)[number];

/** The columns of each template, in its order; their words are `imports.column.<field>`. */
export const COLUMNS = {
  people: ["name", "email", "phone", "roles", "organisation"],
  organisations: ["kind", "name", "name_en", "short_name", "credit_code", "address"],
  certificates: [
    "organisation",
    "number",
    "scheme",
    "standard",
    "issued_on",
    "expires_on",
    "status",
  ],
} as const satisfies Record<Kind, readonly string[]>;

/** Whatever an address or an older server says; people where it says nothing we know. */
export const kindOf = (text: unknown): Kind => KINDS.find((kind) => kind === text) ?? "people";
