import { expect, test } from "vitest";

import { axisOf, daysOf, lengthOf, moved, resized, snapped, tracksOf } from "./times";

const span = (start: string, end: string) => ({
  local_start: `2026-11-23T${start}`,
  local_end: `2026-11-23T${end}`,
});

test("an item moves in quarters of an hour and keeps its length", () => {
  expect(snapped(22)).toBe(15);
  expect(snapped(23)).toBe(30);
  expect(moved(span("09:30", "11:00"), 45)).toEqual(span("10:15", "11:45"));
});

test("an item never leaves its day", () => {
  expect(moved(span("00:15", "01:00"), -60)).toEqual(span("00:00", "00:45"));
  expect(moved(span("23:00", "23:30"), 120).local_start).toBe("2026-11-23T23:45");
});

test("an item is a quarter of an hour long at least", () => {
  expect(resized(span("09:30", "11:00"), -300)).toEqual(span("09:30", "09:45"));
  expect(lengthOf(resized(span("09:30", "11:00"), 30))).toBe(120);
});

test("the axis shows office hours and what lies outside them", () => {
  expect(axisOf([])).toEqual({ from: 9 * 60, to: 17 * 60 });
  expect(axisOf([span("07:30", "18:10")])).toEqual({ from: 7 * 60, to: 19 * 60 });
});

test("overlapping items are shown in rows of their own, touching ones in one", () => {
  const first = span("09:00", "10:00");
  const second = span("09:30", "11:00");
  const third = span("10:00", "12:00");
  expect([...tracksOf([third, second, first]).entries()]).toEqual([
    [first, 0],
    [second, 1],
    [third, 0],
  ]);
});

test("the days of the audit and of every item have a tab", () => {
  expect(daysOf([span("09:00", "10:00")], "2026-11-30", "2026-12-01")).toEqual([
    "2026-11-23",
    "2026-11-30",
    "2026-12-01",
  ]);
});
