import { QueryClient } from "@tanstack/react-query";
import { describe, expect, test } from "vitest";

import { invalidate } from "./queries";

const SHOWN = ["/api/identity/people", "/api/journal/entries", "/api/work", "/api/jobs"];

/** Which of the shown parts a line of `/ws` makes out of date. */
function outdatedBy(topic: string): string[] {
  const client = new QueryClient();
  for (const path of SHOWN) client.setQueryData(["get", path, {}], []);
  const topics = { people: ["/api/identity/people"] };
  invalidate(client, topics, { topic, id: "1", version: 1 });
  const stale = client.getQueryCache().findAll({ predicate: (query) => query.state.isInvalidated });
  return stale.map(({ queryKey }) => String(queryKey[1])).toSorted();
}

describe("a change on the line", () => {
  test("re-reads what its topic names, and the work list", () => {
    expect(outdatedBy("people")).toEqual(["/api/identity/people", "/api/work"]);
  });

  test("of a topic without a map re-reads the part of that name", () => {
    expect(outdatedBy("journal")).toEqual(["/api/journal/entries", "/api/work"]);
  });

  test("of everything re-reads everything", () => {
    expect(outdatedBy("*")).toEqual(SHOWN.toSorted());
  });
});
