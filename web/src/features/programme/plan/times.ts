/** Wall times such as `2026-11-23T09:30`, on the clock of the item's own zone. */

export const STEP = 15;
const DAY = 24 * 60;

export interface Span {
  local_start: string;
  local_end: string;
}

export const dayOf = (local: string): string => local.slice(0, 10);
export const clockOf = (local: string): string => local.slice(11, 16);

/** Minutes since midnight. */
export function minutesOf(local: string): number {
  return Number(local.slice(11, 13)) * 60 + Number(local.slice(14, 16));
}

/** `local` so many minutes later, over midnight where need be. */
export function later(local: string, minutes: number): string {
  const instant = new Date(`${local}:00Z`);
  instant.setUTCMinutes(instant.getUTCMinutes() + minutes);
  return instant.toISOString().slice(0, 16);
}

export function lengthOf({ local_start, local_end }: Span): number {
  return (Date.parse(`${local_end}:00Z`) - Date.parse(`${local_start}:00Z`)) / 60_000;
}

export const snapped = (minutes: number): number => Math.round(minutes / STEP) * STEP;

/** The item moved within its day. */
export function moved(span: Span, minutes: number): Span {
  const start = minutesOf(span.local_start);
  const by = Math.min(Math.max(minutes, -start), DAY - STEP - start);
  return { local_start: later(span.local_start, by), local_end: later(span.local_end, by) };
}

/** The item with another end, a quarter of an hour long at least. */
export function resized(span: Span, minutes: number): Span {
  const by = Math.max(minutes, STEP - lengthOf(span));
  return { local_start: span.local_start, local_end: later(span.local_end, by) };
}

/** The hours that a day's axis shows: office hours, and whatever lies outside them. */
export function axisOf(spans: readonly Span[]): { from: number; to: number } {
  const starts = spans.map(({ local_start }) => minutesOf(local_start));
  const ends = spans.map((span) => minutesOf(span.local_start) + lengthOf(span));
  const from = Math.floor(Math.min(9 * 60, ...starts) / 60);
  const to = Math.ceil(Math.max(17 * 60, ...ends) / 60);
  return { from: from * 60, to: Math.min(to * 60, DAY) };
}

/** Gives each span a row in which it meets no other: how overlapping items are shown. */
export function tracksOf<Row extends Span>(rows: readonly Row[]): Map<Row, number> {
  const ends: string[] = [];
  const tracks = new Map<Row, number>();
  for (const row of rows.toSorted((one, two) => one.local_start.localeCompare(two.local_start))) {
    const free = ends.findIndex((end) => end <= row.local_start);
    const track = free < 0 ? ends.length : free;
    ends[track] = row.local_end;
    tracks.set(row, track);
  }
  return tracks;
}

/** Every day from the first to the last, and those of the items. */
export function daysOf(spans: readonly Span[], first?: string | null, last?: string | null) {
  const days = new Set(spans.map(({ local_start }) => dayOf(local_start)));
  if (first && last) {
    for (let day = first; day <= last && days.size < 60; day = dayOf(later(`${day}T00:00`, DAY))) {
      days.add(day);
    }
  }
  return [...days].toSorted();
}
