import { useQueryClient } from "@tanstack/react-query";

import type { components } from "@/api/schema";

export type Organisation = components["schemas"]["OrganisationOut"];
export type NewOrganisation = components["schemas"]["NewOrganisation"];

const PATHS = ["/api/identity/organisations", "/api/identity/organisations/{party_id}"];

/** Everything that shows organisations reads again. */
export function useRefresh(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () =>
    queryClient.invalidateQueries({
      predicate: ({ queryKey: [, path] }) => PATHS.includes(String(path)),
    });
}
