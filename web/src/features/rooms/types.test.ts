import { describe, expect, it } from "vitest";

import { handsOf, type Person } from "./types";

const person = (id: string, at: string | null, state: Person["state"] = "admitted") =>
  ({ id, hand_raised_at: at, state }) as Person;

describe("raised hands", () => {
  it("stand in the order of raising, without those who left", () => {
    const people = [
      person("late", "2026-11-23T02:00:05Z"),
      person("down", null),
      person("first", "2026-11-23T02:00:01Z"),
      person("gone", "2026-11-23T02:00:00Z", "removed"),
    ];
    expect(handsOf(people).map(({ id }) => id)).toEqual(["first", "late"]);
  });
});
