import { useState } from "react";

import type { Box } from "./boxes";

/** The marked parts, and every step on the way to them, so that each can be undone. */
export function useBoxes() {
  const [steps, setSteps] = useState<Box[][]>([[]]);
  const boxes = steps.at(-1) ?? [];
  const put = (next: Box[]) => setSteps([...steps, next]);
  return {
    boxes,
    add: (box: Box) => put([...boxes, box]),
    replace: (at: number, box: Box) => put(boxes.with(at, box)),
    remove: (at: number) => put(boxes.filter((_, index) => index !== at)),
    undo: () => setSteps(steps.slice(0, -1)),
    canUndo: steps.length > 1,
  };
}
