import { describe, expect, test } from "vitest";

import { boxBetween, middleBox, steered } from "./boxes";
import { coverPixels } from "./pixels";
import { redactedOf, sha256Of } from "./redacted";
import { peaksOf, silence, wavOf } from "./sound";

const SIZE = { width: 20, height: 10 };
const pressed = (key: string, keys = {}) => ({ key, shiftKey: false, altKey: false, ...keys });

function noise() {
  const data = Uint8ClampedArray.from({ length: 20 * 10 * 4 }, (_, at) => (at * 37 + 11) % 251);
  return { ...SIZE, data };
}

describe("pixels under a box", () => {
  test("are replaced, every other one stays", () => {
    const [pixels, before] = [noise(), noise()];
    coverPixels(pixels, [{ x: 3.6, y: 2.2, width: 5, height: 3 }]);
    for (let y = 0; y < 10; y++)
      for (let x = 0; x < 20; x++) {
        const at = (y * 20 + x) * 4;
        const isUnder = x >= 3 && x < 9 && y >= 2 && y < 6;
        const expected = isUnder ? [0, 0, 0, 255] : Array.from(before.data.subarray(at, at + 4));
        expect(Array.from(pixels.data.subarray(at, at + 4))).toEqual(expected);
      }
  });

  test("a box beyond the edge covers what is inside and nothing else", () => {
    const [pixels, before] = [noise(), noise()];
    coverPixels(pixels, [{ x: 18, y: -5, width: 90, height: 6 }]);
    expect(Array.from(pixels.data.subarray(18 * 4, 20 * 4))).toEqual([0, 0, 0, 255, 0, 0, 0, 255]);
    expect(pixels.data.slice(20 * 4)).toEqual(before.data.slice(20 * 4));
  });
});

describe("a box", () => {
  test("is drawn from any corner and cut off at the edges", () => {
    const drawn = boxBetween({ x: 15, y: 8 }, { x: -4, y: 3 }, SIZE, false);
    expect(drawn).toEqual({ x: 0, y: 3, width: 15, height: 5 });
    expect(boxBetween({ x: 15, y: 8 }, { x: 5, y: 3 }, SIZE, true).height).toBe(10);
  });

  test("is moved, resized and kept inside by keyboard", () => {
    const box = middleBox(SIZE, false);
    expect(steered(box, pressed("ArrowRight"), SIZE, false)?.x).toBeCloseTo(8.2);
    expect(steered(box, pressed("ArrowRight", { altKey: true }), SIZE, false)?.x).toBeCloseTo(8.02);
    const wider = steered(box, pressed("ArrowRight", { shiftKey: true }), SIZE, false);
    expect(wider).toMatchObject({ x: 8, width: expect.closeTo(4.2) as number });
    expect(steered({ ...box, x: 0 }, pressed("ArrowLeft"), SIZE, false)?.x).toBe(0);
    expect(steered(box, pressed("a"), SIZE, false)).toBeUndefined();
  });
});

describe("samples in a range", () => {
  test("are silent in every channel, the others stay", () => {
    const channels = [new Float32Array(100).fill(0.5), new Float32Array(100).fill(-0.25)];
    silence(channels, 10, [
      { from: 2, to: 3.55 },
      { from: 9, to: 99 },
    ]);
    channels.forEach((samples, channel) =>
      samples.forEach((sample, at) => {
        const isSilent = (at >= 20 && at < 36) || at >= 90;
        expect(sample).toBe(isSilent ? 0 : [0.5, -0.25][channel]);
      }),
    );
  });

  test("are written as WAV of 16 bits", () => {
    const view = new DataView(wavOf([Float32Array.of(0, 1), Float32Array.of(-1, 2)], 48_000));
    const word = (at: number) =>
      String.fromCharCode(...[0, 1, 2, 3].map((step) => view.getUint8(at + step)));
    expect([word(0), word(8), word(36)]).toEqual(["RIFF", "WAVE", "data"]);
    expect(view.byteLength).toBe(44 + 8);
    expect(view.getUint16(22, true)).toBe(2);
    expect(view.getUint32(24, true)).toBe(48_000);
    const samples = [0, 1, 2, 3].map((index) => view.getInt16(44 + index * 2, true));
    expect(samples).toEqual([0, -32_767, 32_767, 32_767]);
  });

  test("are drawn as loud as their loudest", () => {
    expect(peaksOf(Float32Array.of(0.5, -1, 0, 0.25), 2)).toEqual([1, 0.25]);
  });
});

describe("both hashes", () => {
  test("are those of the original and of the covered copy", async () => {
    const file = new File(["abc"], "badge.photo.heic");
    const cover = () => Promise.resolve(new Blob([], { type: "image/png" }));
    const made = await redactedOf(
      file,
      { kind: "image_box", cover },
      [middleBox(SIZE, false)],
      " x ",
    );
    expect(made.original_sha256).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
    expect(made.sha256).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    expect(await sha256Of(made.file)).toBe(made.sha256);
    expect(made.file.name).toBe("badge.photo-redacted.png");
    expect(made.redactions).toEqual([{ kind: "image_box", count: 1 }]);
    expect(made.redaction_reason).toBe("x");
  });
});
