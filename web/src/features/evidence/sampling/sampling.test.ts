import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

import { type DrawFile, recompute } from "./recompute";
import { rootSize, totalOf } from "./sizes";

interface Vector {
  about: string;
  population: string;
  draw: DrawFile;
}

/** From the folder in which the tests of the web run. */
const PUBLIC = "../docs/sampling_vectors.json";
const { vectors } = JSON.parse(readFileSync(PUBLIC, "utf-8")) as { vectors: Vector[] };
const [first] = vectors;

const faultsOf = async (population: string, draw: DrawFile) =>
  (await recompute(new TextEncoder().encode(population), draw, () => undefined)).faults;

describe("a draw recomputed in the browser", () => {
  test.each(vectors)("agrees with the public vector: $about", async ({ population, draw }) => {
    expect(await faultsOf(population, draw)).toEqual([]);
  });

  test("finds another seed, another list, another row and another order", async () => {
    if (!first) throw new Error("no vectors");
    const { population, draw } = first;
    const taken = draw.drawn[""] ?? [];
    const other = { ...draw, seed: "11".repeat(32) };
    expect(await faultsOf(population, other)).toEqual(["seed", "rows"]);
    expect(await faultsOf(population.replace("\n7\n", "\n77\n"), draw)).toContain("list");
    const swapped = { ...draw, drawn: { "": taken.toReversed() } };
    expect(await faultsOf(population, swapped)).toEqual(["rows"]);
    expect(await faultsOf(population, { ...draw, round: 2 })).toEqual(["rows"]);
  });
});

describe("how many rows are drawn", () => {
  test.each([
    [100, 1, 10],
    [100, 0.6, 6],
    [101, 0.6, 7],
    [2, 1, 2],
    [0, 1, 0],
    [1_000_001, 1, 1001],
  ])("√%i × %d is rounded up to %i", (population, factor, size) => {
    expect(rootSize(population, factor)).toBe(size);
  });

  test("each rule adds up as the server's", () => {
    const strata = { A: 100, B: 25 };
    const wanted = { size: 7, each: { A: 3, B: 30 } };
    expect(totalOf({ ...wanted, size_rule: "given" }, strata, 1)).toBe(7);
    expect(totalOf({ ...wanted, size_rule: "root" }, strata, 1)).toBe(12);
    expect(totalOf({ ...wanted, size_rule: "root_each" }, strata, 1)).toBe(15);
    expect(totalOf({ ...wanted, size_rule: "each" }, strata, 1)).toBe(28);
  });
});
