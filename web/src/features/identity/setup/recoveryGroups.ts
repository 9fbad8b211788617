/** The code's groups as they are written on paper: `ABCD-EFGH-…`. */
export const groupsOf = (code: string) => code.split("-");

/** Which groups the reader types back; chosen anew each time, so that a photo of them is no proof. */
export function pickGroups(count: number, random: () => number = Math.random): number[] {
  const first = Math.floor(random() * count);
  const second = (first + 1 + Math.floor(random() * (count - 1))) % count;
  return [Math.min(first, second), Math.max(first, second)];
}

/** The whole code, with the typed groups in the place of the shown ones; the server compares. */
export function withTyped(code: string, typed: Record<number, string>): string {
  return groupsOf(code)
    .map((group, index) => typed[index]?.trim().toUpperCase() ?? group)
    .join("-");
}
