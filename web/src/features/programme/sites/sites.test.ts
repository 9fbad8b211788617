import { describe, expect, test } from "vitest";

import { shiftsOf } from "./types";

describe("people per shift", () => {
  test.each([
    ["38, 18", [38, 18]],
    ["38，18、4", [38, 18, 4]],
    ["", []],
    [" 86 ", [86]],
  ])("%j is %j", (text, shifts) => {
    expect(shiftsOf(text)).toEqual(shifts);
  });

  test("what is no number is not swallowed", () => {
    expect(shiftsOf("38, viele")).toEqual([38, Number.NaN]);
  });
});
