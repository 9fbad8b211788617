import { describe, expect, test } from "vitest";

import { place, shift } from "./lanes";
import type { Bar } from "./types";

const bar = (first: string, last: string): Bar => ({
  kind: "case",
  id: first,
  case_id: null,
  title: "",
  detail: "",
  role: "",
  days: null,
  first,
  last,
  clashes: false,
});

describe("bars on a lane", () => {
  test("lie on their days, one day being one share of those shown", () => {
    const [placed] = place([bar("2026-11-25", "2026-11-26")], "2026-11-23", "2026-12-02");
    expect(placed).toMatchObject({ left: 20, width: 20, line: 0 });
  });

  test("are cut at the edges of what is shown", () => {
    const [placed] = place([bar("2026-11-01", "2027-01-01")], "2026-11-23", "2026-12-02");
    expect(placed).toMatchObject({ left: 0, width: 100 });
  });

  test("lie below one another while they share a day, and move up again after", () => {
    const bars = [
      bar("2026-11-23", "2026-11-25"),
      bar("2026-11-25", "2026-11-26"),
      bar("2026-11-26", "2026-11-27"),
    ];
    expect(place(bars, "2026-11-23", "2026-12-02").map(({ line }) => line)).toEqual([0, 1, 0]);
  });

  test("weeks are counted across the end of summer time and of the year", () => {
    expect(shift("2026-12-28", 1)).toBe("2027-01-04");
    expect(shift("2026-11-02", -2)).toBe("2026-10-19");
  });
});
