import type { SizeRule } from "./types";

/** ⌈factor × √population⌉, at most all of it: what the server will draw. */
export function rootSize(population: number, factor: number): number {
  if (population <= 0) return 0;
  const exact = factor * Math.sqrt(population);
  const near = Math.round(exact);
  return Math.min(population, Math.abs(exact - near) < 1e-9 ? near : Math.ceil(exact));
}

export interface Wanted {
  size_rule: SizeRule;
  size: number;
  each: Record<string, number>;
}

/** How many rows a draw will take in all. */
export function totalOf(
  { size_rule, size, each }: Wanted,
  strata: Record<string, number>,
  factor: number,
): number {
  const counts = Object.values(strata);
  const population = counts.reduce((sum, count) => sum + count, 0);
  if (size_rule === "given") return Math.min(size, population);
  if (size_rule === "root") return rootSize(population, factor);
  if (size_rule === "root_each")
    return counts.reduce((sum, count) => sum + rootSize(count, factor), 0);
  return Object.entries(strata).reduce(
    (sum, [name, count]) => sum + Math.min(each[name] ?? 0, count),
    0,
  );
}
