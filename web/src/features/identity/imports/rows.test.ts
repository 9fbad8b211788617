import { describe, expect, test } from "vitest";

import { faultsOf, refusalOf, rightRows, standing } from "./rows";
import type { Import, Row } from "./types";

const row = (number: number, values: Row["values"], errors: Row["errors"] = {}): Row => ({
  number,
  values,
  errors,
});

const ROWS = [
  row(2, { name: "陈星野" }),
  row(3, { name: "白露", email: "bai" }, { email: "邮箱不对。", roles: "没有此角色。" }),
  row(5, { name: "周以宁" }),
];

const batch = (part: Partial<Import>): Import => ({
  id: "1",
  kind: "people",
  file_name: "人员.xlsx",
  state: "checked",
  created_at: "2026-11-23T00:00:00Z",
  failure: "",
  total: 0,
  done: 0,
  created_by: "沈知远",
  faulty: 1,
  rows: ROWS,
  kept: [],
  ...part,
});

describe("a checked workbook", () => {
  test("names every wrong cell with its row, column and content", () => {
    expect(faultsOf(ROWS)).toEqual([
      { number: 3, field: "email", value: "bai", sentence: "邮箱不对。" },
      { number: 3, field: "roles", value: "", sentence: "没有此角色。" },
    ]);
  });

  test("lets in the rows without a fault", () => {
    expect(rightRows(ROWS).map(({ number }) => number)).toEqual([2, 5]);
  });

  test("counts what of it exists: nothing, everything right, or what could not be undone", () => {
    expect(standing(batch({ state: "checked" }))).toBe(0);
    expect(standing(batch({ state: "confirmed" }))).toBe(2);
    expect(standing(batch({ state: "undone", kept: [{ number: 5, why: "已可登录。" }] }))).toBe(1);
  });
});

describe("a file that cannot be right", () => {
  test.each([
    ["名单.xls", 10, "notExcel"],
    ["名单.csv", 10, "notExcel"],
    ["走廊.mp4", 9_000_000_000, "notExcel"],
    ["名单.xlsx", 6 * 1024 ** 2, "tooLarge"],
    ["名单.XLSX", 5 * 1024 ** 2, null],
  ])("%s of %d bytes: %s", (name, size, refusal) => {
    expect(refusalOf({ name, size })).toBe(refusal);
  });
});
