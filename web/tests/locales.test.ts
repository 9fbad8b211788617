import { describe, expect, test } from "vitest";

import { en } from "@/locales/en";
import { zh } from "@/locales/zh";
import { sources } from "./sources";

interface Tree {
  [key: string]: string | Tree;
}

function flat(tree: Tree, prefix = ""): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string"
      ? [[prefix + key, value] as const]
      : [...flat(value, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

const chinese = flat(zh);
const english = flat(en);
const placeholders = (text: string) =>
  [...text.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).toSorted();

const code = sources("src")
  .filter(({ path }) => !path.startsWith("src/locales/") && !path.includes(".test."))
  .map(({ text }) => text)
  .join("\n");
/** Keys written out, `"shell.title"`, and the beginnings of computed ones, `shell.nav.${…}`. */
const written = new Set(
  [...code.matchAll(/["'`]([a-z]\w*(?:\.\w+)+)["'`]/g)].map(([, key]) => key),
);
const computed = [...code.matchAll(/`([a-z]\w*(?:\.\w+)*\.)\$\{/g)].map(
  ([, prefix = ""]) => prefix,
);

describe("the words of the product", () => {
  test("are the same keys in both languages", () => {
    expect([...english.keys()].toSorted()).toEqual([...chinese.keys()].toSorted());
  });

  test("have the same placeholders in both languages", () => {
    const differing = [...chinese].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(english.get(key) ?? "").join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  test("are never empty, and English holds no Chinese", () => {
    const empty = [...chinese, ...english].filter(([, text]) => text.trim() === "");
    const mixed = [...english].filter(
      ([key, text]) => /\p{Script=Han}/u.test(text) && !key.startsWith("shell."),
    );
    expect([...empty, ...mixed].map(([key]) => key)).toEqual([]);
  });

  test("are all used", () => {
    const unused = [...chinese.keys()].filter((key) => {
      const singular = key.replace(/_(one|other)$/, "");
      return !written.has(singular) && !computed.some((prefix) => key.startsWith(prefix));
    });
    expect(unused).toEqual([]);
  });

  test("exist for every key that a page names", () => {
    const named = [...code.matchAll(/\bt\(\s*"([\w.]+)"/g)].map(([, key = ""]) => key);
    const missing = named.filter((key) => !chinese.has(key) && !chinese.has(`${key}_other`));
    expect(missing).toEqual([]);
  });
});
