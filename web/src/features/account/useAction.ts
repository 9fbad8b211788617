import { useState } from "react";

import { isDeclined, useProof } from "./proof";

/** One change of the own security at a time, with a fresh proof when the server wants one. */
export function useAction(onDone: () => void) {
  const withProof = useProof();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (action: () => Promise<unknown>) => {
    setBusy(true);
    setError(null);
    try {
      await withProof(action);
      onDone();
    } catch (refusal) {
      if (!isDeclined(refusal)) setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return { run: (action: () => Promise<unknown>) => void run(action), busy, error };
}
