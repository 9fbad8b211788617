import { dirname, join } from "node:path";

import { describe, expect, test } from "vitest";

import { sources, type Source } from "./sources";

/** Words are data, not code: their files are as long as the product has words. */
const LINES = 250;
/** What each layer may import besides itself: app > features > ui | api > lib > locales. */
const BELOW: Record<string, readonly string[]> = {
  app: ["features", "ui", "api", "lib"],
  features: ["ui", "api", "lib"],
  ui: ["lib"],
  api: ["lib"],
  lib: ["locales"],
  locales: [],
  phone: ["lib", "ui"],
};
/** The phone's own bundle must stay light, so it takes only these of the desk's files. */
const PHONE_MAY = ["src/lib/", "src/ui/tokens.css"];

const all = sources("src", "phone");
const product = all.filter(({ path }) => !path.includes(".test."));

function imports({ path, text }: Source): string[] {
  const found = text.matchAll(/(?:from|import)\s*\(?\s*"(\.{1,2}\/[^"]+|@\/[^"]+)"/g);
  return [...found].map(([, target = ""]) =>
    target.startsWith("@/") ? join("src", target.slice(2)) : join(dirname(path), target),
  );
}

const layer = (path: string) => (path.startsWith("phone/") ? "phone" : (path.split("/")[1] ?? ""));
const feature = (path: string) => path.split("/")[2];

function crossings(): string[] {
  return product.flatMap((source) =>
    imports(source)
      .filter((target) => {
        const [from, to] = [layer(source.path), layer(target)];
        if (source.path === "src/main.tsx") return false;
        if (from === "phone" && to !== "phone")
          return !PHONE_MAY.some((one) => target.startsWith(one));
        if (from === to) return from === "features" && feature(source.path) !== feature(target);
        return !BELOW[from]?.includes(to);
      })
      .map((target) => `${source.path} imports ${target}`),
  );
}

describe("the house of the web application", () => {
  test("imports point from app to features to ui and api to lib, and no feature knows another", () => {
    expect(crossings()).toEqual([]);
  });

  test("no file is longer than the limit", () => {
    const code = all.filter(({ path }) => !path.startsWith("src/locales/"));
    const long = code.filter(({ text }) => text.split("\n").length - 1 > LINES);
    expect(long.map(({ path }) => path)).toEqual([]);
  });

  test("nothing is fetched from another host", () => {
    const links = product.filter(({ text }) => /["'`]https?:\/\//.test(text));
    expect(links.map(({ path }) => path)).toEqual([]);
  });
});
