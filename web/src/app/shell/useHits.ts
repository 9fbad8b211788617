import { keepPreviousData } from "@tanstack/react-query";
import { useEffect, useState } from "react";

import { api } from "@/api/client";
import type { components } from "@/api/schema";

export type Group = components["schemas"]["HitsOut"];
export type HitsState = "idle" | "searching" | "found" | "nothing" | "failed";

const PAUSE = 200;

function usePaused(text: string): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = window.setTimeout(() => setPaused(text), PAUSE);
    return () => window.clearTimeout(timer);
  }, [text]);
  return paused;
}

/** What the server finds for a text, once the writer pauses. */
export function useHits(text: string) {
  const q = usePaused(text.trim());
  const { data, error, isFetching } = api.useQuery(
    "get",
    "/api/search",
    { params: { query: { q } } },
    { enabled: q !== "", placeholderData: keepPreviousData, staleTime: 10_000 },
  );
  const groups = q === "" ? [] : (data ?? []);
  const hits = groups.flatMap((group) => group.hits);
  return { groups, hits, state: stateOf(text.trim(), hits.length, Boolean(error), isFetching) };
}

function stateOf(text: string, count: number, failed: boolean, searching: boolean): HitsState {
  if (text === "") return "idle";
  if (count > 0) return "found";
  if (failed) return "failed";
  return searching ? "searching" : "nothing";
}
