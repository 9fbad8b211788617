import { useQueryClient } from "@tanstack/react-query";

import { api } from "@/api/client";
import { useMe } from "@/api/me";

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

export function useInvitations() {
  const { data } = api.useQuery("get", "/api/identity/invitations");
  return data ?? [];
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
