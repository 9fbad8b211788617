import { useState } from "react";

import { api } from "@/api/client";
import { useRefresh } from "../cases/useCase";

/** Everything of the tab; read again by live updates and after every change. */
export function useFeasibility(caseId: string) {
  const params = { path: { case_id: caseId } };
  return api.useQuery("get", "/api/programme/cases/{case_id}/feasibility", { params });
}

/** Runs one change, keeps its error, and reads everything of the audit again. */
export function useAction() {
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (change: Promise<unknown>): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      await change;
      return true;
    } catch (refusal) {
      setError(refusal);
      return false;
    } finally {
      await refresh();
      setBusy(false);
    }
  };
  return { run, busy, error };
}
