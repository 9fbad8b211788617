import { useTranslation } from "react-i18next";

import { dateTime, HERE, longDay } from "@/lib/instant";
import { useLanguage } from "@/lib/preferences";
import { byDay } from "./days";
import styles from "./library.module.css";
import { Cover } from "./Thumbnails";
import type { Item } from "./types";

interface TimelineProps {
  items: readonly Item[];
  onOpen: (id: string) => void;
}

/** The library by the day and minute at which each thing came about, or came in. */
export function Timeline({ items, onOpen }: TimelineProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <div className={styles.days}>
      {byDay(items, HERE).map(([day, those]) => (
        <section key={day} aria-label={day}>
          <h3>{longDay(HERE, language, new Date(those[0].at))}</h3>
          <ol>
            {those.map(({ at, item }) => (
              <li key={item.id}>
                <time dateTime={at}>{dateTime(at, HERE).slice(11)}</time>
                <button type="button" onClick={() => onOpen(item.id)}>
                  <Cover of={item} />
                  <span className={styles.title}>{`${item.code} ${item.name}`}</span>
                </button>
                <small className="muted">
                  {item.arose_at ? t("evidence.arose") : t("evidence.received")}
                  {item.provided_name && ` · ${item.provided_name}`}
                </small>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}
