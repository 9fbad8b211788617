import { useRun as useAnyRun } from "@/ui/useRun";
import { useRefresh } from "../cases/useCase";

/** An action with a button: busy while it runs, its refusal kept, everything read again. */
export const useRun = () => useAnyRun(useRefresh());
