import type { Box } from "./boxes";

interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;
}

const BYTES = 4;
const OPAQUE = 255;

/** Replaces every pixel that a box touches by black: nothing of it is left, its alpha included. */
export function coverPixels({ width, height, data }: Pixels, boxes: readonly Box[]): void {
  for (const box of boxes) {
    const left = Math.max(Math.floor(box.x), 0);
    const right = Math.min(Math.ceil(box.x + box.width), width);
    const bottom = Math.min(Math.ceil(box.y + box.height), height);
    for (let y = Math.max(Math.floor(box.y), 0); y < bottom; y++) {
      const from = (y * width + left) * BYTES;
      const to = (y * width + right) * BYTES;
      data.fill(0, from, to);
      for (let alpha = from + BYTES - 1; alpha < to; alpha += BYTES) data[alpha] = OPAQUE;
    }
  }
}
