import { expect, test } from "vitest";

import { cellOf, isIn, levelAt, type Row, type Scale } from "./types";

const row = { likelihood: 4, impact: 3, residual_likelihood: 2, residual_impact: 1 } as Row;

test("a row stands in one cell before its treatment and in another after it", () => {
  expect(cellOf(row, "before")).toEqual({ likelihood: 4, impact: 3 });
  expect(cellOf(row, "after")).toEqual({ likelihood: 2, impact: 1 });
  expect(isIn(row, { likelihood: 4, impact: 3 }, "after")).toBe(false);
});

test("a row that was not graded anew stays where it was; one without grades is in no cell", () => {
  const kept = { ...row, residual_likelihood: null, residual_impact: null };
  expect(cellOf(kept, "after")).toEqual({ likelihood: 4, impact: 3 });
  expect(cellOf({ ...kept, impact: null }, "before")).toBeNull();
});

test("likelihood is the row of the scale's table and impact its column", () => {
  const high = { code: "high", shade: 4, name: "高", means: "" };
  const cells = [
    ["low", "high"],
    ["low", "low"],
  ];
  const scale = { cells, levels: [high] } as unknown as Scale;
  expect(levelAt(scale, { likelihood: 1, impact: 2 })).toBe(high);
  expect(levelAt(scale, { likelihood: 2, impact: 1 })).toBeUndefined();
});
