import { describe, expect, it } from "vitest";

import { AS_IT_IS, moved, placed, turned, zoomed } from "./placing";

describe("a picture in its frame", () => {
  it("grows to eight times its size and never shrinks below the frame", () => {
    expect(zoomed(AS_IT_IS, 100).scale).toBe(8);
    expect(zoomed(AS_IT_IS, 0.1)).toEqual(AS_IT_IS);
  });

  it("lies where it belongs once it fits again", () => {
    const pushed = moved(zoomed(AS_IT_IS, 2), 30, -10);
    expect(zoomed(pushed, 0.5)).toEqual(AS_IT_IS);
  });

  it("keeps what is in the middle there while it grows", () => {
    expect(zoomed({ ...AS_IT_IS, scale: 2, x: 10, y: 20 }, 2)).toMatchObject({ x: 20, y: 40 });
  });

  it("is upright again after four turns", () => {
    expect(turned(turned(turned(turned(AS_IT_IS))))).toEqual(AS_IT_IS);
    expect(placed(turned(AS_IT_IS))).toBe("translate(0px, 0px) rotate(90deg) scale(1)");
  });
});
