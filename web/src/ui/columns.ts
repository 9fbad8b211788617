import type { ReactNode } from "react";

export interface Column<Row> {
  /** The name by which the server sorts, when `sortable`. */
  key: string;
  title: string;
  render: (row: Row) => ReactNode;
  sortable?: boolean;
  width?: number | string;
  align?: "left" | "right" | "center";
  /** A tag that needs no label: it stands beside the title on the card of a narrow screen. */
  bare?: boolean;
}

/** Rows that are chosen for something to be done with them at once. */
export interface Selection<Row> {
  keys: readonly string[];
  onChange: (keys: string[]) => void;
  /** Which rows may be chosen; all where it is left out. */
  may?: (row: Row) => boolean;
}
