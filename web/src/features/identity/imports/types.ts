import type { components } from "@/api/schema";

export type Import = components["schemas"]["ImportOut"];
export type Summary = components["schemas"]["ImportSummary"];
export type Row = components["schemas"]["ImportRow"];
/** What can be read in, as the server offers it to this role, in the reader's language. */
export type Kind = components["schemas"]["ImportKind"];
