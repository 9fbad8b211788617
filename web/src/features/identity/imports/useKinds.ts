import { api } from "@/api/client";
import type { Kind } from "./types";

const NONE: Kind[] = [];

/** What the reader's role may read in. */
export function useKinds(): Kind[] {
  return api.useQuery("get", "/api/identity/imports/kinds").data ?? NONE;
}

/** The kind of that name, if the role is offered it. */
export function useKind(name: string): Kind | undefined {
  return useKinds().find((kind) => kind.name === name);
}

/** What a column is called in the template. */
export function useColumnName(name: string): (field: string) => string {
  const columns = useKind(name)?.columns ?? [];
  return (field) => columns.find((column) => column.field === field)?.heading ?? field;
}
