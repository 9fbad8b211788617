import { expect, test } from "vitest";

import { money } from "./types";

test.each([
  [0, "0.00"],
  [7, "0.07"],
  [99_999, "999.99"],
  [1_536_999, "15,369.99"],
  [123_456_789_01, "123,456,789.01"],
])("%i cents read %s", (cents, written) => {
  expect(money(cents)).toBe(written);
});
