import { useState } from "react";

import type { TableState } from "./tableState";

const SIZE = 20;

/** The paging of a list that is all here already, in the form that `DataTable` takes. */
export function useLocalTable<Row>(rows: readonly Row[]): {
  state: TableState;
  answer: { items: Row[]; total: number };
} {
  const [wanted, setWanted] = useState(1);
  const page = Math.min(wanted, Math.max(1, Math.ceil(rows.length / SIZE)));
  const first = (page - 1) * SIZE;
  return {
    state: {
      page,
      size: SIZE,
      sort: "",
      search: "",
      filters: {},
      change: ({ page: next = 1 }) => setWanted(next),
      filter: () => undefined,
    },
    answer: { items: rows.slice(first, first + SIZE), total: rows.length },
  };
}
