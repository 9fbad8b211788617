import { useQueryClient } from "@tanstack/react-query";

import { api } from "@/api/client";
import { useCanWholly, useMe } from "@/api/me";

export interface Employer {
  id: string;
  name: string;
  kind: string;
}

/** The own organisation first, then those it engages: where a person may belong. */
export function useEmployers(): Employer[] {
  const { tenant } = useMe().membership;
  const query = { page: 1, size: 200, sort: "name", search: "", kind: "" as const };
  const { data } = api.useQuery("get", "/api/identity/organisations", { params: { query } });
  const others = (data?.items ?? []).filter(({ id }) => id !== tenant.id);
  return [tenant, ...others].map(({ id, name, kind }) => ({ id, name, kind }));
}

/** Invitations, newest first: of one person, or the latest of all. */
export function useInvitations(personId?: string) {
  const query = personId ? { person_id: personId } : { size: 200 };
  const enabled = useCanWholly()("people", "R");
  const { data } = api.useQuery(
    "get",
    "/api/identity/invitations",
    { params: { query } },
    { enabled },
  );
  return data?.items ?? [];
}

/** Everything that shows people reads again. */
export function useRefresh(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () =>
    queryClient.invalidateQueries({
      predicate: ({ queryKey: [, path] }) =>
        path === "/api/identity/people" ||
        path === "/api/identity/people/{person_id}" ||
        path === "/api/identity/invitations",
    });
}
