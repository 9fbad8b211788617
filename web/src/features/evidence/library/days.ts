import { dayIn } from "@/lib/instant";
import type { Item } from "./types";

interface Moment {
  at: string;
  item: Item;
}

/** Items under the days of their moments, the latest first; a thing that says when it came about
 * stands there, any other at the time when it came in. */
export function byDay(items: readonly Item[], zone: string): [string, [Moment, ...Moment[]]][] {
  const days = new Map<string, [Moment, ...Moment[]]>();
  const moments = items.map((item) => ({ at: item.arose_at ?? item.received_at, item }));
  const latestFirst = moments.toSorted((one, other) => other.at.localeCompare(one.at));
  for (const moment of latestFirst) {
    const day = dayIn(zone, new Date(moment.at));
    const there = days.get(day);
    if (there) there.push(moment);
    else days.set(day, [moment]);
  }
  return [...days];
}
