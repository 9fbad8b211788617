import { expect, test } from "vitest";

import { clausesText } from "@/lib/clauses";
import { clausesOf } from "./types";

test("clauses are read as they are written", () => {
  const clauses = [
    { scheme: "QMS", clause: "9.2" },
    { scheme: "EMS", clause: "9.2" },
  ];
  expect(clausesText(clauses)).toBe("QMS 9.2、EMS 9.2");
  expect(clausesOf(" qms 9.2， EMS  9.2 ; ")).toEqual(clauses);
  expect(clausesOf("")).toEqual([]);
});
