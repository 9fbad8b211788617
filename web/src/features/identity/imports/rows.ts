import type { Import, Row } from "./types";

/** One wrong cell: where it is in the workbook, what stands there, and what to do about it. */
export interface Fault {
  number: number;
  field: string;
  value: string;
  sentence: string;
}

/** Every wrong cell, in the order of the workbook. */
export function faultsOf(rows: readonly Row[]): Fault[] {
  return rows.flatMap(({ number, values, errors }) =>
    Object.entries(errors).map(([field, sentence]) => ({
      number,
      field,
      value: values[field] ?? "",
      sentence,
    })),
  );
}

export const rightRows = (rows: readonly Row[]): Row[] =>
  rows.filter(({ errors }) => Object.keys(errors).length === 0);

/** How many of the rows are there now: those that went in, less those taken out again. */
export function standing({ state, rows, kept }: Import): number {
  if (state === "checked") return 0;
  return state === "undone" ? kept.length : rightRows(rows).length;
}

const MOST_BYTES = 5 * 1024 ** 2;

/** Why a file need not even be sent: a film dropped by mistake is not uploaded to be refused. */
export function refusalOf(file: { name: string; size: number }): "notExcel" | "tooLarge" | null {
  if (!/\.xlsx$/i.test(file.name)) return "notExcel";
  return file.size > MOST_BYTES ? "tooLarge" : null;
}
