import { useCan } from "@/api/me";
import { useRun } from "@/ui/useRun";
import { useCase, useRefresh } from "../cases/useCase";
import type { Matrix } from "./types";

/** Runs one call after another, says what went wrong, and reads everything of planning again. */
export const useAct = () => useRun(useRefresh());

/** Whether the reader may edit this version, and whether they approve it. */
export function useMay(matrix: Matrix, isNewest: boolean) {
  const can = useCan();
  const { is_closed } = useCase();
  const open = !is_closed && isNewest;
  return {
    edit: open && can("risk", "U") && matrix.state === "draft",
    write: open && can("risk", "U"),
    approve: open && can("risk", "A"),
  };
}
