import { client } from "@/api/client";
import type { components } from "@/api/schema";

export type Import = components["schemas"]["ImportOut"];
export type Summary = components["schemas"]["ImportSummary"];
export type Kind = "people" | "organisations" | "certificates";

export const KINDS: readonly Kind[] = ["people", "organisations", "certificates"];

export const isKind = (text: string): text is Kind => KINDS.some((kind) => kind === text);

/** Sends a filled-in template; the server checks every row and writes nothing yet. */
export async function uploadWorkbook(kind: Kind, file: File): Promise<Import> {
  const form = new FormData();
  form.append("file", file);
  const { data } = await client.POST("/api/identity/imports", {
    params: { query: { kind } },
    body: { file: file.name },
    bodySerializer: () => form,
  });
  if (!data) throw new Error("an answer without content");
  return data;
}

/** The rows as the reader goes through them: the wrong ones first, in the order of the workbook. */
export const wrongFirst = ({ rows }: Import) =>
  rows.toSorted((one, other) => {
    const [wrong, alsoWrong] = [one, other].map(({ errors }) => Object.keys(errors).length > 0);
    return wrong === alsoWrong ? one.number - other.number : wrong ? -1 : 1;
  });

export const rightRows = ({ rows, faulty }: Import) => rows.length - faulty;
