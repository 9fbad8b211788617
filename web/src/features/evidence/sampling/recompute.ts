/** `draw.json`: all that a draw follows from, beside the list; see docs/sampling.md. */
export interface DrawFile {
  commitment: string;
  seed: string;
  population_sha256: string;
  round: number;
  stratum_column: number | null;
  drawn: Record<string, number[]>;
}

export interface Recomputed {
  faults: ("seed" | "list" | "rows")[];
  /** Rows whose rank was computed. */
  ranked: number;
}

interface Ranked {
  rank: Uint8Array;
  number: number;
}

const BATCH = 4096;
const utf8 = new TextEncoder();

/** Draws again, here, from the list and the seed: nothing of the server's is believed. */
export async function recompute(
  population: Uint8Array<ArrayBuffer>,
  draw: DrawFile,
  watch: (done: number, total: number) => void,
): Promise<Recomputed> {
  const seed = fromHex(draw.seed);
  const digest = await sha256(population);
  const faults: Recomputed["faults"] = [];
  if (toHex(await sha256(seed)) !== draw.commitment) faults.push("seed");
  if (toHex(digest) !== draw.population_sha256) faults.push("list");
  const head = joined(seed, digest, bigEndian(draw.round, 4));
  const lines = new TextDecoder().decode(population).split("\n").slice(1, -1);
  const strata = new Map(
    Object.entries(draw.drawn).map(([name, { length }]) => [
      name,
      { base: joined(head, utf8.encode(name)), smallest: new Smallest(length) },
    ]),
  );
  let ranked = 0;
  for (let first = 0; first < lines.length; first += BATCH) {
    const batch = lines.slice(first, first + BATCH).map(async (line, place) => {
      const column = draw.stratum_column;
      const stratum = strata.get(column === null ? "" : (line.split("\t")[column] ?? ""));
      if (!stratum) return;
      const number = first + place + 1;
      const rank = await sha256(joined(stratum.base, bigEndian(number, 8)));
      stratum.smallest.add({ rank, number });
      ranked += 1;
    });
    await Promise.all(batch);
    watch(Math.min(first + BATCH, lines.length), lines.length);
  }
  const isAlike = Object.entries(draw.drawn).every(
    ([name, said]) => String(strata.get(name)?.smallest.numbers()) === String(said),
  );
  if (!isAlike) faults.push("rows");
  return { faults, ranked };
}

/** The `size` smallest of what is added; now and then the rest is thrown away. */
class Smallest {
  private kept: Ranked[] = [];

  constructor(private readonly size: number) {}

  add(row: Ranked): void {
    this.kept.push(row);
    if (this.kept.length >= 2 * this.size + 64) this.prune();
  }

  numbers(): number[] {
    this.prune();
    return this.kept.map(({ number }) => number);
  }

  private prune(): void {
    this.kept = this.kept.toSorted(byRank).slice(0, this.size);
  }
}

function byRank(one: Ranked, other: Ranked): number {
  for (let place = 0; place < one.rank.length; place += 1) {
    const difference = (one.rank[place] ?? 0) - (other.rank[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return one.number - other.number;
}

async function sha256(content: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", content));
}

function bigEndian(value: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  new DataView(bytes.buffer).setUint32(length - 4, value);
  return bytes;
}

function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

const fromHex = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => parseInt(pair, 16));
