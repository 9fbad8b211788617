import { useQueryClient } from "@tanstack/react-query";

import { api } from "@/api/client";
import { useCaseId } from "@/lib/caseId";
import type { Case } from "./types";

export { useCaseId };

/** The audit whose page this is; its page has read it before any tab is drawn. */
export function useCase(): Case {
  const params = { path: { case_id: useCaseId() } };
  return api.useSuspenseQuery("get", "/api/programme/cases/{case_id}", { params }).data;
}

/** Everything below `/api/programme` reads again: a change may mend what a case lacked. */
export function useRefresh(): () => Promise<void> {
  const queryClient = useQueryClient();
  return () =>
    queryClient.invalidateQueries({
      predicate: ({ queryKey: [, path] }) => String(path).startsWith("/api/programme"),
    });
}
