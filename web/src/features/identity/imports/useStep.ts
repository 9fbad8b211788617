import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";

/** One step of the import: sent once, told when refused, everything read again afterwards. */
export function useStep() {
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = (step: Promise<unknown>) => {
    setBusy(true);
    setError(null);
    step
      .catch(setError)
      .then(() => queryClient.invalidateQueries())
      .finally(() => setBusy(false));
  };
  return { run, busy, error };
}
