import { QueryClient } from "@tanstack/react-query";

import { ApiError, NO_ANSWER } from "@/lib/errors";
import type { Change } from "@/lib/live";

const RETRIES = 2;

/** A refusal will not change by asking again; a lost line or a restarting server may. */
export function worthRetrying(failures: number, error: unknown): boolean {
  const status = error instanceof ApiError ? error.status : NO_ANSWER;
  return failures < RETRIES && (status === NO_ANSWER || status >= 502);
}

export const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: worthRetrying, staleTime: 30_000, refetchOnWindowFocus: true },
    mutations: { retry: false, networkMode: "always" },
  },
});

/** Which parts of the API a topic of `/ws` makes out of date. */
export type Topics = Record<string, readonly string[]>;

/** Re-reads what the page shows of a changed topic; `/api/work` follows everything. */
export function invalidate(queryClient: QueryClient, topics: Topics, change: Change): void {
  if (change.topic === "*") return void queryClient.invalidateQueries();
  const prefixes = [...(topics[change.topic] ?? [`/api/${change.topic}`]), "/api/work"];
  void queryClient.invalidateQueries({
    predicate: ({ queryKey }) =>
      prefixes.some((prefix) => typeof queryKey[1] === "string" && queryKey[1].startsWith(prefix)),
  });
}
