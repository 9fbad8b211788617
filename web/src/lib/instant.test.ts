import { describe, expect, test } from "vitest";

import { ago, dateTime, dayIn, daysUntil, longDay, partOfDay, zoneName } from "./instant";

const NOON_UTC = "2026-11-22T12:00:00Z";

describe("moments", () => {
  test("are shown in the zone that is asked for, in 24 hours", () => {
    expect(dateTime(NOON_UTC, "Asia/Shanghai")).toBe("2026-11-22 20:00");
    expect(dateTime(NOON_UTC, "UTC", true)).toBe("2026-11-22 12:00:00");
  });

  test("belong to the calendar day of their zone", () => {
    expect(dayIn("Asia/Shanghai", new Date("2026-11-22T16:30:00Z"))).toBe("2026-11-23");
    expect(dayIn("America/New_York", new Date("2026-11-22T04:30:00Z"))).toBe("2026-11-21");
  });

  test("name their zone with its offset", () => {
    const moment = new Date(NOON_UTC);
    expect(zoneName("Asia/Shanghai", "zh-hans", moment)).toContain("(UTC+8)");
    expect(zoneName("Asia/Shanghai", "en", moment)).toContain("(UTC+8)");
  });

  test("are near in words and far as a date", () => {
    const now = Date.parse(NOON_UTC);
    expect(ago("2026-11-22T11:57:00Z", "zh-hans", now)).toBe("3分钟前");
    expect(ago("2026-11-22T11:57:00Z", "en", now)).toBe("3 minutes ago");
    expect(ago("2026-11-22T11:59:50Z", "en", now)).toBe("now");
    expect(ago("2026-11-01T11:57:00Z", "en", now)).toBeNull();
  });

  test("count whole days to a due date, across a change of clocks", () => {
    expect(daysUntil("2026-11-23", "2026-11-22")).toBe(1);
    expect(daysUntil("2026-11-20", "2026-11-22")).toBe(-2);
    expect(daysUntil("2026-03-30", "2026-03-28")).toBe(2);
  });

  test("greet by the hour of the body's zone", () => {
    expect(partOfDay("Asia/Shanghai", new Date("2026-11-22T01:00:00Z"))).toBe("morning");
    expect(partOfDay("Asia/Shanghai", new Date(NOON_UTC))).toBe("evening");
    expect(partOfDay("Asia/Shanghai", new Date("2026-11-22T18:00:00Z"))).toBe("night");
  });

  test("have a day that reads like the language", () => {
    expect(longDay("Asia/Shanghai", "zh-hans", new Date(NOON_UTC))).toContain("11月22日");
    expect(longDay("Asia/Shanghai", "en", new Date(NOON_UTC))).toContain("22 November");
  });
});
