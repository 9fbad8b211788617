import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";

/** Everything that was read below a path of the API reads again: `/api/evidence`. */
export function useRefreshBelow(path: string): () => Promise<void> {
  const queryClient = useQueryClient();
  return useCallback(
    () =>
      queryClient.invalidateQueries({
        predicate: ({ queryKey: [, read] }) => String(read).startsWith(path),
      }),
    [queryClient, path],
  );
}
