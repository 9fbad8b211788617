import { api } from "@/api/client";
import { useCanWholly, useMe } from "@/api/me";

export interface Choice {
  value: string;
  label: string;
}

/** Active people of one's own body to choose from; whoever may not list them finds themselves. */
export function useColleagues(): Choice[] {
  const me = useMe();
  const all = useCanWholly()("people", "R");
  const query = { tenant_id: me.membership.tenant.id, size: 200, sort: "name" };
  const { data } = api.useQuery(
    "get",
    "/api/identity/people",
    { params: { query } },
    { enabled: all },
  );
  if (!all) return [{ value: me.person.id, label: me.person.name }];
  return (data?.items ?? [])
    .filter(({ is_active }) => is_active)
    .map(({ id, name }) => ({ value: id, label: name }));
}

/** Clients that the body engages, to choose from. */
export function useClients(): Choice[] {
  const query = { kind: "client" as const, size: 200, sort: "name" };
  const { data } = api.useQuery("get", "/api/identity/organisations", { params: { query } });
  return (data?.items ?? [])
    .filter(({ is_in_force }) => is_in_force)
    .map(({ id, name }) => ({ value: id, label: name }));
}
