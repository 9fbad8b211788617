import { expect, test } from "vitest";

import { blocksOf, inlinesOf } from "./markdown";

test("headings, lists, tables and paragraphs are told apart", () => {
  const text = "## Title\n\nOne\ntwo\n\n- a\n- b\n1. c\n\n| x | y |\n| --- | --- |\n| 1 | 2 |";
  expect(blocksOf(text).map(({ kind }) => kind)).toEqual([
    "heading",
    "paragraph",
    "list",
    "list",
    "table",
  ]);
});

test("marks within a line become inlines, the rest stays text", () => {
  expect(inlinesOf("a **b** *c* `d` [e](/audits) 2*3*4")).toMatchObject([
    { kind: "text", text: "a " },
    { kind: "strong", text: "b" },
    { kind: "text", text: " " },
    { kind: "em", text: "c" },
    { kind: "text", text: " " },
    { kind: "code", text: "d" },
    { kind: "text", text: " " },
    { kind: "link", text: "e", href: "/audits" },
    { kind: "text" },
    { kind: "em" },
    { kind: "text" },
  ]);
});

test.each(["[x](javascript:alert(1))", "[x](data:text/html,1)", "[x](//evil.example)"])(
  "%s is no link",
  (text) => {
    expect(inlinesOf(text).some(({ kind }) => kind === "link")).toBe(false);
  },
);

test("HTML is text like any other", () => {
  expect(blocksOf("<script>alert(1)</script>")).toEqual([
    {
      kind: "paragraph",
      inlines: [{ kind: "text", text: "<script>alert(1)</script>" }],
    },
  ]);
});
