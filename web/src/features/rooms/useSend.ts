import { useRefreshBelow } from "@/api/refresh";
import { useRun } from "@/ui/useRun";

/** Sends an action of one's own, keeps what went wrong, and does not wait for the news of it. */
export function useSend() {
  const { run, ...state } = useRun(useRefreshBelow("/api/rooms/"));
  return { send: (action: () => Promise<unknown>) => run(action()), ...state };
}
