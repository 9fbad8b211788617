import { describe, expect, it } from "vitest";

import { groupsOf, pickGroups, withTyped } from "./recoveryGroups";

const CODE = "AAAA-BBBB-CCCC-DDDD";

describe("typing the recovery code back", () => {
  it("asks for two different groups, whatever the dice say", () => {
    for (const dice of [0, 0.25, 0.5, 0.999]) {
      const [first, second] = pickGroups(groupsOf(CODE).length, () => dice);
      expect(first).not.toBe(second);
      expect(first).toBeGreaterThanOrEqual(0);
      expect(second).toBeLessThan(4);
    }
  });

  it("hands the server what was typed, not what was shown", () => {
    expect(withTyped(CODE, { 1: " bbbb " })).toBe(CODE);
    expect(withTyped(CODE, { 1: "XXXX" })).toBe("AAAA-XXXX-CCCC-DDDD");
  });
});
