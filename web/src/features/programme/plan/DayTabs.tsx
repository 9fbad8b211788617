import { useTranslation } from "react-i18next";

import { useLanguage } from "@/lib/preferences";
import styles from "./plan.module.css";
import { dayOf } from "./times";
import type { Item } from "./types";

interface DayTabsProps {
  days: readonly string[];
  day: string;
  items: readonly Item[];
  onDay: (day: string) => void;
}

/** One tab a day: date, weekday and the number of its items. */
export function DayTabs({ days, day, items, onDay }: DayTabsProps) {
  const { t } = useTranslation();
  const weekday = new Intl.DateTimeFormat(useLanguage() === "en" ? "en-GB" : "zh-CN", {
    weekday: "short",
    timeZone: "UTC",
  });
  return (
    <div className={styles.days} role="group" aria-label={t("plan.days")}>
      {days.map((each) => (
        <button key={each} type="button" aria-pressed={each === day} onClick={() => onDay(each)}>
          <strong>{each.slice(5)}</strong> {weekday.format(new Date(`${each}T00:00:00Z`))}
          <small>
            {t("plan.count", {
              count: items.filter(({ local_start }) => dayOf(local_start) === each).length,
            })}
          </small>
        </button>
      ))}
    </div>
  );
}
