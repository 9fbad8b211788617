import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";

import { healthQuery } from "@/api/health";

const EVERY = 60_000;

/**
 * The server ends a login after half an hour without a request. Somebody who writes a long text
 * sends none, so while keys or clicks come, the page asks every minute how the installation is;
 * an empty chair asks nothing.
 */
export function useStaySignedIn(): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    let active = false;
    const note = () => {
      active = true;
    };
    const timer = window.setInterval(() => {
      if (active) void queryClient.invalidateQueries(healthQuery);
      active = false;
    }, EVERY);
    document.addEventListener("keydown", note, { passive: true });
    document.addEventListener("pointerdown", note, { passive: true });
    return () => {
      window.clearInterval(timer);
      document.removeEventListener("keydown", note);
      document.removeEventListener("pointerdown", note);
    };
  }, [queryClient]);
}
