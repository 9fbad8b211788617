import { useState } from "react";

import { useRefreshRooms } from "./types";

/** Sends one action at a time and keeps what went wrong. */
export function useSend() {
  const refresh = useRefreshRooms();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const send = async (action: () => Promise<unknown>) => {
    setBusy(true);
    setError(null);
    try {
      await action();
      await refresh();
      return true;
    } catch (failure) {
      setError(failure);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, send };
}
