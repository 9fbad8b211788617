import type { Bar } from "./types";

const DAY = 86_400_000;

/** Days between two local dates, both `YYYY-MM-DD`. */
export const daysBetween = (first: string, last: string): number =>
  Math.round((Date.parse(last) - Date.parse(first)) / DAY);

export interface Placed {
  bar: Bar;
  /** Share of the shown days, in percent. */
  left: number;
  width: number;
  /** Which line of the lane: bars that share a day lie below one another. */
  line: number;
}

/** Where each bar lies on a lane that shows the days from `first` to `last`. */
export function place(bars: readonly Bar[], first: string, last: string): Placed[] {
  const shown = daysBetween(first, last) + 1;
  const ends: string[] = [];
  return bars.map((bar) => {
    const from = bar.first < first ? first : bar.first;
    const until = bar.last > last ? last : bar.last;
    const found = ends.findIndex((end) => end < bar.first);
    const line = found === -1 ? ends.length : found;
    ends[line] = bar.last;
    return {
      bar,
      left: (daysBetween(first, from) / shown) * 100,
      width: ((daysBetween(from, until) + 1) / shown) * 100,
      line,
    };
  });
}

/** The same day some weeks later or earlier. */
export function shift(day: string, weeks: number): string {
  return new Date(Date.parse(day) + weeks * 7 * DAY).toISOString().slice(0, 10);
}
