/** A drawn signature as SVG path data of straight lines: the same box as the server's. */
export const BOX = { width: 600, height: 200 } as const;
const LONGEST = 40_000;
const CLOSEST = 1.5;

export interface Point {
  x: number;
  y: number;
}

/** Where a pointer is, in the units of the box and never outside it. */
export function inBox(pointer: { clientX: number; clientY: number }, on: DOMRect): Point {
  const x = ((pointer.clientX - on.left) / (on.width || 1)) * BOX.width;
  const y = ((pointer.clientY - on.top) / (on.height || 1)) * BOX.height;
  return { x: clamp(x, BOX.width), y: clamp(y, BOX.height) };
}

/** The path with one more stroke begun at `point`. */
export function begun(path: string, point: Point): string {
  return longer(path, `M${point.x} ${point.y}L${point.x} ${point.y}`);
}

/** The path drawn on to `point`, unless that is too close to matter. */
export function drawnOn(path: string, point: Point): string {
  const last = lastPoint(path);
  if (last && Math.hypot(last.x - point.x, last.y - point.y) < CLOSEST) return path;
  return longer(path, `L${point.x} ${point.y}`);
}

function longer(path: string, more: string): string {
  return path.length + more.length > LONGEST ? path : path + more;
}

function lastPoint(path: string): Point | null {
  const match = /([\d.]+) ([\d.]+)$/.exec(path);
  return match ? { x: Number(match[1]), y: Number(match[2]) } : null;
}

function clamp(value: number, most: number): number {
  return Math.round(Math.min(Math.max(value, 0), most) * 10) / 10;
}
