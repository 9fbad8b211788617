import type { Box } from "./boxes";
import { coverPixels } from "./pixels";
import { peaksOf, silence, wavOf } from "./sound";

/** What is read and marked on the device; nothing of it is sent. */
export interface Original {
  kind: "image_box" | "audio_cut";
  /** The picture, or the waveform of the sound. */
  canvas: HTMLCanvasElement;
  /** Of a sound. */
  seconds?: number;
  /** Whether the picture was larger than a canvas can be. */
  isReduced: boolean;
  cover: (boxes: readonly Box[]) => Promise<Blob>;
}

/** Beyond this every browser may run out of memory: WebCrypto hashes a file as a whole. */
export const MOST_BYTES = 256 * 1024 ** 2;
/** The largest canvas that also phones can draw. */
const MOST_PIXELS = 4096 ** 2;
const WAVE = { width: 1200, height: 160 };
const JPEG_QUALITY = 0.92;

/** Opens a picture or a sound; throws where this browser cannot. */
export async function openOriginal(file: File): Promise<Original> {
  if (file.size > MOST_BYTES) throw new RangeError("too large");
  return file.type.startsWith("audio/") ? openSound(file) : openPicture(file);
}

async function openPicture(file: File): Promise<Original> {
  const picture = await createImageBitmap(file);
  const scale = Math.min(1, Math.sqrt(MOST_PIXELS / (picture.width * picture.height)));
  const canvas = canvasOf(Math.floor(picture.width * scale), Math.floor(picture.height * scale));
  inkOf(canvas).drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const type = file.type === "image/jpeg" ? "image/jpeg" : "image/png";
  const cover = (boxes: readonly Box[]) => {
    const pixels = inkOf(canvas).getImageData(0, 0, canvas.width, canvas.height);
    coverPixels(pixels, boxes);
    const covered = canvasOf(canvas.width, canvas.height);
    inkOf(covered).putImageData(pixels, 0, 0);
    return blobOf(covered, type);
  };
  return { kind: "image_box", canvas, isReduced: scale < 1, cover };
}

async function openSound(file: File): Promise<Original> {
  const context = new AudioContext();
  const sound = await context.decodeAudioData(await file.arrayBuffer());
  void context.close();
  const cover = async (boxes: readonly Box[]) => {
    const channels = Array.from({ length: sound.numberOfChannels }, (_, channel) =>
      sound.getChannelData(channel).slice(),
    );
    const ranges = boxes.map((box) => rangeOf(box, sound.duration));
    silence(channels, sound.sampleRate, ranges);
    return new Blob([wavOf(channels, sound.sampleRate)], { type: "audio/wav" });
  };
  const canvas = drawnWave(sound.getChannelData(0));
  return { kind: "audio_cut", canvas, seconds: sound.duration, isReduced: false, cover };
}

/** From when to when a box over the waveform goes. */
export const rangeOf = ({ x, width }: Box, seconds: number) => ({
  from: (x / WAVE.width) * seconds,
  to: ((x + width) / WAVE.width) * seconds,
});

function drawnWave(samples: Float32Array): HTMLCanvasElement {
  const canvas = canvasOf(WAVE.width, WAVE.height);
  const ink = inkOf(canvas);
  ink.fillStyle = "#5f88c0";
  peaksOf(samples, WAVE.width).forEach((peak, x) => {
    const height = Math.max(peak * WAVE.height, 1);
    ink.fillRect(x, (WAVE.height - height) / 2, 1, height);
  });
  return canvas;
}

function canvasOf(width: number, height: number): HTMLCanvasElement {
  return Object.assign(document.createElement("canvas"), { width, height });
}

function inkOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const ink = canvas.getContext("2d", { willReadFrequently: true });
  if (!ink) throw new Error("no canvas");
  return ink;
}

function blobOf(canvas: HTMLCanvasElement, type: string): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const done = (blob: Blob | null) => (blob ? resolve(blob) : reject(new Error("no picture")));
    canvas.toBlob(done, type, JPEG_QUALITY);
  });
}
