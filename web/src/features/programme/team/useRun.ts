import { useState } from "react";

import { useRefresh } from "../cases/useCase";

/** An action with a button: busy while it runs, its refusal kept, everything read again. */
export function useRun() {
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = (action: Promise<unknown>, then?: () => void) => {
    setBusy(true);
    setError(null);
    action.then(() => then?.(), setError).finally(() => void refresh().then(() => setBusy(false)));
  };
  return { run, busy, error };
}
