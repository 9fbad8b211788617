import { api } from "@/api/client";
import { useRefreshBelow } from "@/api/refresh";
import { useCaseId } from "@/lib/caseId";
import type { Case } from "./types";

export { useCaseId };

/** The audit whose page this is; its page has read it before any tab is drawn. */
export function useCase(): Case {
  const params = { path: { case_id: useCaseId() } };
  return api.useSuspenseQuery("get", "/api/programme/cases/{case_id}", { params }).data;
}

/** Everything below `/api/programme` reads again: a change may mend what a case lacked. */
export const useRefresh = (): (() => Promise<void>) => useRefreshBelow("/api/programme");
