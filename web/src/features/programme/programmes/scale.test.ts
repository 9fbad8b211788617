import { expect, test } from "vitest";

import { scaleOf } from "./scale";
import { isPlanned, type Line, nextOf } from "./types";

const line = (values: Partial<Line>): Line => ({
  kind: "surveillance",
  sequence: 1,
  due_from: "2026-11-29",
  due_by: "2027-02-28",
  clause: "",
  state: "due",
  days_left: 10,
  case: null,
  ...values,
});

const planned = (ends_on: string) => ({
  id: "1",
  number: "R1",
  kind: "surveillance",
  sequence: 1,
  state: "planned",
  mode: "remote",
  starts_on: null,
  ends_on,
});

test("days lie on the line in proportion, and never outside it", () => {
  const scale = scaleOf("2024-01-01", "2026-12-31");
  expect(scale.at("2024-01-01")).toBe(0);
  expect(scale.at("2025-07-02")).toBeCloseTo(50, 0);
  expect(scale.at("2031-01-01")).toBe(100);
  expect(scale.at("2019-01-01")).toBe(0);
  expect(scale.years.map(({ year }) => year)).toEqual(["2025", "2026"]);
});

test("an audit is planned when its last day lies in the window", () => {
  expect(isPlanned(line({ case: planned("2027-02-28") }))).toBe(true);
  expect(isPlanned(line({ case: planned("2027-03-01") }))).toBe(false);
  expect(isPlanned(line({}))).toBe(false);
});

test("the next audit is the first that was not held", () => {
  const lines = [line({ state: "late" }), line({ sequence: 2, state: "ahead" })];
  expect(nextOf({ lines } as never)?.sequence).toBe(2);
});
