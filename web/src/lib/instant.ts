import { htmlLanguage, type Language } from "./preferences";

/** Tables show 2026-11-22 14:03; the zone is always named beside it or in the title. */
const ISO_LIKE = "sv-SE";

export const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;

export function dateTime(instant: string, zone: string, seconds = false): string {
  return new Date(instant).toLocaleString(ISO_LIKE, {
    timeZone: zone,
    dateStyle: "short",
    timeStyle: seconds ? "medium" : "short",
  });
}

/** The calendar day of an instant in a zone, as 2026-11-22. */
export function dayIn(zone: string, instant: Date = new Date()): string {
  return instant.toLocaleDateString(ISO_LIKE, { timeZone: zone });
}

/** "11月23日 周一" / "Mon 23 November" */
export function longDay(zone: string, language: Language, instant: Date = new Date()): string {
  const options = { timeZone: zone, month: "long", day: "numeric", weekday: "short" } as const;
  return instant.toLocaleDateString(language === "en" ? "en-GB" : htmlLanguage(language), options);
}

/** "亚洲/上海 (UTC+8)" would need a table of names; the city and the offset say enough. */
export function zoneName(zone: string, language: Language, instant: Date = new Date()): string {
  const locale = htmlLanguage(language);
  const part = (style: "shortOffset" | "longGeneric") =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: style })
      .formatToParts(instant)
      .find((candidate) => candidate.type === "timeZoneName")?.value ?? zone;
  const offset = part("shortOffset").replace("GMT", "UTC");
  return `${part("longGeneric")} (${offset})`;
}

/** "3 分钟前" / "3 minutes ago"; beyond a week the date says it better, so null. */
export function ago(instant: string, language: Language, now: number = Date.now()): string | null {
  const seconds = (new Date(instant).getTime() - now) / 1000;
  const units = [
    ["day", 86_400],
    ["hour", 3_600],
    ["minute", 60],
  ] as const;
  if (Math.abs(seconds) > 7 * 86_400) return null;
  const format = new Intl.RelativeTimeFormat(htmlLanguage(language), { numeric: "auto" });
  for (const [unit, size] of units) {
    if (Math.abs(seconds) >= size) return format.format(Math.trunc(seconds / size), unit);
  }
  return format.format(0, "second");
}

/** Whole days from `today` to `due`, both 2026-11-22; negative is overdue. */
export function daysUntil(due: string, today: string): number {
  return Math.round((Date.parse(due) - Date.parse(today)) / 86_400_000);
}

/** Which greeting fits the hour in a zone. */
export function partOfDay(zone: string, instant: Date = new Date()) {
  const hour = Number(
    instant.toLocaleTimeString("en-GB", { timeZone: zone, hour: "2-digit", hour12: false }),
  );
  if (hour < 5) return "night";
  if (hour < 12) return "morning";
  return hour < 18 ? "afternoon" : "evening";
}
