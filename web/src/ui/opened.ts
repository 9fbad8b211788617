import { useNavigate, useSearch } from "@tanstack/react-router";

/**
 * Which row of a list is open beside it, kept in the address: `?person=<id>` opens the same
 * drawer for whoever follows the link, and the browser's back button closes it.
 */
export function useOpened(name: string): [string | undefined, (id: string | undefined) => void] {
  const search = useSearch({ strict: false }) as Record<string, unknown>;
  const navigate = useNavigate();
  const value = search[name];
  const open = (id: string | undefined) =>
    void navigate({
      to: ".",
      search: (old: Record<string, unknown>) => ({ ...old, [name]: id }),
    });
  return [value === undefined ? undefined : String(value), open];
}
