import { expect, it } from "vitest";

import { bytes } from "./evidence";

it.each([
  [0, "0 B"],
  [1023, "1023 B"],
  [1024, "1.0 KiB"],
  [1_500_000, "1.4 MiB"],
  [10 * 1024 ** 3, "10 GiB"],
])("%d bytes are written as %s", (count, written) => {
  expect(bytes(count)).toBe(written);
});
