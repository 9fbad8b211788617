import { queryOptions, useSuspenseQuery } from "@tanstack/react-query";

import { client } from "./client";
import type { components } from "./schema";

export type Me = components["schemas"]["MeOut"];
export type Seat = components["schemas"]["SeatOut"];

/** Asks anew, past the cache: who is it now? */
export async function fetchMe(): Promise<Me> {
  const { data } = await client.GET("/api/identity/me");
  if (!data) throw new Error("an answer without content");
  return data;
}

export const meQuery = queryOptions({
  queryKey: ["get", "/api/identity/me"],
  queryFn: fetchMe,
  staleTime: 60_000,
});

/** Who is signed in; only below the shell, which waits for the answer. */
export const useMe = (): Me => useSuspenseQuery(meQuery).data;

/** Whether the viewer is of the client's side. */
export const useIsClient = (): boolean => useMe().membership.tenant.kind === "client";

/** `U(own)` is the right U, narrowed: whether this row is the own one, the server decides. */
export function holds(rights: Me["rights"], object: string, right: string): boolean {
  return rights[object]?.some((grant) => grant.split("(")[0] === right) ?? false;
}

/** Whether the role holds a right of the matrix at all: `can("people", "C")`. */
export function useCan(): (object: string, right: string) => boolean {
  const { rights } = useMe();
  return (object, right) => holds(rights, object, right);
}

/** Whether the role holds a right over everything, not only over what is its own. */
export function useCanWholly(): (object: string, right: string) => boolean {
  const { rights } = useMe();
  return (object, right) => rights[object]?.includes(right) ?? false;
}

export const chooseMembership = (membership_id: string) =>
  client.POST("/api/identity/me/membership", { body: { membership_id } });
