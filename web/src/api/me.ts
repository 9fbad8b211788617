import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";

import { client } from "./client";

export interface Membership {
  id: string;
  role: string;
  tenant: { id: string; name: string; short_name: string; kind: string; zone: string };
}

export interface Me {
  account: { email: string };
  person: { id: string; name: string };
  membership: Membership | null;
  memberships: Membership[];
  rights: Record<string, string[]>;
  language: string;
  zone: string;
}

export const meQuery = queryOptions({
  queryKey: ["get", "/api/identity/me"],
  queryFn: async (): Promise<Me> => (await client.GET("/api/identity/me" as never)).data as never,
  staleTime: 5 * 60_000,
});

/** Who is signed in; only below the shell, which waits for the answer. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data;

/** Whether the role holds a right of the matrix at all: `can("people", "C")`. */
export function useCan(): (object: string, right: string) => boolean {
  const { rights } = useMe();
  return (object, right) => rights[object]?.includes(right) ?? false;
}

/** Asks anew, past the cache: who is it now? */
export const fetchMe = async (): Promise<Me> =>
  (await client.GET("/api/identity/me" as never)).data as never;

export const chooseMembership = (membership_id: string) =>
  client.POST("/api/identity/me/membership" as never, { body: { membership_id } } as never);
