import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

import { expect, test } from "vitest";

import { WEB } from "./sources";

const python = process.env.PYTHON ?? join(WEB, "../backend/.venv/bin/python");
const absent = !existsSync(python);
if (absent && !process.env.CI) {
  process.stdout.write(
    "SKIPPED: API types not compared, backend/.venv is absent (run ./run once).\n",
  );
}

// A busy machine is slow, not wrong: the server is started once for this.
test.skipIf(absent && !process.env.CI)(
  "the API types are those of the server",
  () => {
    const check = () =>
      execFileSync("node", ["scripts/api.mjs", "--check"], {
        cwd: WEB,
        stdio: "pipe",
        encoding: "utf8",
      });
    expect(check).not.toThrow();
  },
  180_000,
);
