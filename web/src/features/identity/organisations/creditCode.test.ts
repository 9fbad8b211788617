import { describe, expect, test } from "vitest";

import { isCreditCode, tidyCreditCode } from "./creditCode";

describe("the unified social credit code", () => {
  test("is right when its check character fits", () => {
    expect(isCreditCode("91440605MA5DEM02XR")).toBe(true);
    expect(isCreditCode("91441900MA5DEM03XE")).toBe(true);
  });

  test("is wrong with one character changed or two swapped", () => {
    expect(isCreditCode("91440605MA5DEM02XE")).toBe(false);
    expect(isCreditCode("91446005MA5DEM02XR")).toBe(false);
  });

  test("is wrong when too short or with letters that do not exist in it", () => {
    expect(isCreditCode("91440605MA5DEM02X")).toBe(false);
    expect(isCreditCode("9144060IMA5DEM02XR")).toBe(false);
  });

  test("may be typed with spaces and small letters", () => {
    expect(tidyCreditCode("9144 0605 ma5d em02 xr")).toBe("91440605MA5DEM02XR");
  });
});
