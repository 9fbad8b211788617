import { api } from "@/api/client";
import { useRun } from "@/ui/useRun";
import { useRefresh } from "../cases/useCase";

/** Everything of the tab; read again by live updates and after every change. */
export function useFeasibility(caseId: string) {
  const params = { path: { case_id: caseId } };
  return api.useQuery("get", "/api/programme/cases/{case_id}/feasibility", { params });
}

/** Runs one change, keeps its error, and reads everything of the audit again. */
export const useAction = () => useRun(useRefresh());
