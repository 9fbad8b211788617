const DAY = 86_400_000;

const dayOf = (text: string) => Date.parse(`${text}T00:00:00Z`) / DAY;

export interface Scale {
  /** Where a day lies on the line, in per cent from its left end; kept inside the line. */
  at(day: string): number;
  /** The first days of the years in between. */
  years: { year: string; at: number }[];
}

/** A line from one day to another: three years of a cycle, and what is overdue after them. */
export function scaleOf(first: string, last: string): Scale {
  const start = dayOf(first);
  const length = Math.max(1, dayOf(last) - start);
  const at = (day: string) =>
    Math.min(100, Math.max(0, Math.round(((dayOf(day) - start) / length) * 1000) / 10));
  const years = [];
  for (let year = Number(first.slice(0, 4)) + 1; year <= Number(last.slice(0, 4)); year += 1) {
    years.push({ year: String(year), at: at(`${year}-01-01`) });
  }
  return { at, years };
}
