import { describe, expect, test } from "vitest";

import { exportHref, readTableQuery, type TableState, toQuery } from "./tableState";

const state = (part: Partial<TableState>): TableState => ({
  page: 1,
  size: 20,
  sort: "name",
  search: "",
  filters: {},
  change: () => undefined,
  filter: () => undefined,
  ...part,
});

describe("what a list shows, kept in the address", () => {
  test("an empty address is the first page in the usual order", () => {
    expect(readTableQuery({}, "name")).toEqual({ page: 1, size: 20, sort: "name", search: "" });
  });

  test("odd values fall back instead of failing", () => {
    const odd = { page: "-3", size: "9999", sort: "", search: 86 };
    expect(readTableQuery(odd, "name")).toEqual({ page: 1, size: 200, sort: "name", search: "86" });
  });

  test("the server is asked only for filters that are set", () => {
    const query = toQuery(state({ filters: { role: "LA", state: "" }, page: 2 }));
    expect(query).toEqual({ page: 2, size: 20, sort: "name", search: "", role: "LA" });
  });

  test("the Excel file has the same filters and order, and every row", () => {
    const href = exportHref(
      "/api/people",
      state({ page: 3, search: "陈 静", filters: { role: "LA" } }),
    );
    const { pathname, searchParams } = new URL(href, "http://host");
    expect(pathname).toBe("/api/people");
    expect(Object.fromEntries(searchParams)).toEqual({
      sort: "name",
      search: "陈 静",
      role: "LA",
      format: "xlsx",
    });
  });
});
