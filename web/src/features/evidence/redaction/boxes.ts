/** A part of a picture that is covered, in the picture's own pixels; of a sound, over full height. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

const inside = (value: number, most: number) => Math.min(Math.max(value, 0), most);

/** The box between two corners, cut off at the edges; `tall` is over full height. */
export function boxBetween(
  from: Pick<Box, "x" | "y">,
  to: Pick<Box, "x" | "y">,
  size: Size,
  tall: boolean,
): Box {
  const [x1, x2] = [inside(from.x, size.width), inside(to.x, size.width)];
  const [y1, y2] = tall
    ? [0, size.height]
    : [inside(from.y, size.height), inside(to.y, size.height)];
  return {
    x: Math.min(x1, x2),
    y: Math.min(y1, y2),
    width: Math.abs(x2 - x1),
    height: Math.abs(y2 - y1),
  };
}

/** Where a box begins that is made by keyboard: in the middle, a fifth of the whole. */
export function middleBox(size: Size, tall: boolean): Box {
  const from = { x: size.width * 0.4, y: size.height * 0.4 };
  return boxBetween(from, { x: size.width * 0.6, y: size.height * 0.6 }, size, tall);
}

const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
const STEP = 0.01;
const FINE = 0.001;

interface Pressed {
  key: string;
  shiftKey: boolean;
  altKey: boolean;
}

/** Arrows move a box, with Shift they move its far corner, with Alt in fine steps; else undefined. */
export function steered(box: Box, pressed: Pressed, size: Size, tall: boolean): Box | undefined {
  const arrow = ARROWS[pressed.key];
  if (!arrow) return undefined;
  const step = pressed.altKey ? FINE : STEP;
  const [dx, dy] = [arrow[0] * size.width * step, arrow[1] * size.height * step];
  const far = { x: box.x + box.width, y: box.y + box.height };
  if (pressed.shiftKey) {
    const corner = { x: Math.max(far.x + dx, box.x + 1), y: Math.max(far.y + dy, box.y + 1) };
    return boxBetween(box, corner, size, tall);
  }
  const x = inside(box.x + dx, size.width - box.width);
  const y = tall ? 0 : inside(box.y + dy, size.height - box.height);
  return { ...box, x, y };
}
