import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";

/** What a list shows; kept in the address, so that a link opens the same view. */
export interface TableQuery {
  page: number;
  size: number;
  sort: string;
  search: string;
}

export interface TableState extends TableQuery {
  /** Further filters of the page, by name. */
  filters: Record<string, string>;
  change(next: Partial<TableQuery>): void;
  filter(name: string, value: string | undefined): void;
}

const SIZE = 20;

const text = (value: unknown) => (value === undefined || value === null ? "" : String(value));
const whole = (value: unknown, otherwise: number) =>
  Number.isInteger(Number(value)) && Number(value) > 0 ? Number(value) : otherwise;

/** The address's search part as a table query; anything odd falls back to the default. */
export function readTableQuery(search: Record<string, unknown>, sort: string): TableQuery {
  return {
    page: whole(search.page, 1),
    size: Math.min(whole(search.size, SIZE), 200),
    sort: text(search.sort) || sort,
    search: text(search.search),
  };
}

/** Page, size, sort, search and filters of a list, read from and written to the address. */
export function useTableState(
  defaultSort: string,
  filterNames: readonly string[] = [],
): TableState {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const write = useCallback(
    (part: Record<string, unknown>) =>
      void navigate({
        to: ".",
        replace: true,
        search: (old: Record<string, unknown>) => ({ ...old, ...part }),
      }),
    [navigate],
  );
  return useMemo(
    () => ({
      ...readTableQuery(search, defaultSort),
      filters: Object.fromEntries(filterNames.map((name) => [name, text(search[name])])),
      change: (next) =>
        write({
          ...next,
          ...("page" in next ? {} : { page: undefined }),
          ...("search" in next ? { search: next.search || undefined } : {}),
        }),
      filter: (name, value) => write({ [name]: value || undefined, page: undefined }),
    }),
    // The names are a literal of the page and never change while it is shown.
    // oxlint-disable-next-line react/exhaustive-deps
    [search, defaultSort, write],
  );
}

/** The query parameters that the server's lists understand. */
export function toQuery(state: TableState) {
  const { page, size, sort, search, filters } = state;
  const set = Object.fromEntries(Object.entries(filters).filter(([, value]) => value));
  return { page, size, sort, search, ...set };
}

/** The address of the same list as an Excel file: every row, same filters and order. */
export function exportHref(path: string, state: TableState): string {
  const { sort, search, filters } = state;
  const wanted = Object.entries({ sort, search, ...filters }).filter(([, value]) => value);
  return `${path}?${new URLSearchParams([...wanted, ["format", "xlsx"]])}`;
}
