import { useState } from "react";

/**
 * An action behind a button: busy while it runs and until `refresh` has read what it changed,
 * its refusal kept to be shown. `then` follows a success; `run` tells whether it was one.
 */
export function useRun(refresh: () => Promise<unknown>) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = async (action: Promise<unknown>, then?: () => void): Promise<boolean> => {
    setBusy(true);
    setError(null);
    try {
      await action;
      then?.();
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
