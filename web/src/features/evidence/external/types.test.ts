import { expect, test } from "vitest";

import { intoSession } from "./types";

test.each([
  [0, "+0:00:00"],
  [3723, "+1:02:03"],
  [-90, "-0:01:30"],
])("%i seconds from the session's start are told as %s", (seconds, told) => {
  expect(intoSession(seconds)).toBe(told);
});
