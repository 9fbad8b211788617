/** A range of a sound in seconds. */
export interface Range {
  from: number;
  to: number;
}

/** Replaces every sample of the ranges by silence, in all channels. */
export function silence(channels: readonly Float32Array[], rate: number, ranges: readonly Range[]) {
  for (const samples of channels)
    for (const { from, to } of ranges)
      samples.fill(0, Math.max(Math.floor(from * rate), 0), Math.ceil(to * rate));
}

/** How loud a sound is in each of `count` equal parts, 0 to 1. */
export function peaksOf(samples: Float32Array, count: number): number[] {
  const part = samples.length / count;
  return Array.from({ length: count }, (_, index) => {
    const piece = samples.subarray(Math.floor(index * part), Math.floor((index + 1) * part));
    return piece.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  });
}

const HEADER = 44;
const BYTES = 2;
const LOUDEST = 0x7f_ff;

/** The sound as a WAV file of 16 bits; it carries no tags. */
export function wavOf(channels: readonly Float32Array[], rate: number): ArrayBuffer {
  const [frames, frame] = [channels[0]?.length ?? 0, channels.length * BYTES];
  const view = new DataView(new ArrayBuffer(HEADER + frames * frame));
  writeHeader(view, channels.length, rate);
  let at = HEADER;
  for (let index = 0; index < frames; index++)
    for (const samples of channels) {
      const sample = Math.min(Math.max(samples[index] ?? 0, -1), 1);
      view.setInt16(at, Math.round(sample * LOUDEST), true);
      at += BYTES;
    }
  return view.buffer as ArrayBuffer;
}

function writeHeader(view: DataView, channels: number, rate: number) {
  const word = (at: number, text: string) =>
    [...text].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  word(0, "RIFF");
  view.setUint32(4, view.byteLength - 8, true);
  word(8, "WAVEfmt ");
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, channels, true);
  view.setUint32(24, rate, true);
  view.setUint32(28, rate * channels * BYTES, true);
  view.setUint16(32, channels * BYTES, true);
  view.setUint16(34, BYTES * 8, true);
  word(36, "data");
  view.setUint32(40, view.byteLength - HEADER, true);
}
