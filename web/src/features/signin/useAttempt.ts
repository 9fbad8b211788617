import { useState } from "react";

import { wasCancelled } from "@/lib/passkeys";
import type { Step } from "./flow";

/** One try to get in at a time; a closed passkey dialogue is no error. */
export function useAttempt(onStep: (step: Step) => void) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const attempt = async (action: () => Promise<Step>) => {
    setBusy(true);
    setError(null);
    try {
      onStep(await action());
    } catch (refusal) {
      if (!wasCancelled(refusal)) setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return { attempt: (action: () => Promise<Step>) => void attempt(action), busy, error };
}
