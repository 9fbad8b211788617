import { useTranslation } from "react-i18next";

import { StatusTag } from "@/ui/StatusTag";
import { clauseText, type Person } from "./lanes";
import styles from "./plan.module.css";
import { clockOf } from "./times";
import type { Item } from "./types";

interface AgendaProps {
  items: readonly Item[];
  faults: Map<string, string>;
  people: readonly Person[];
  onOpen: (id: string) => void;
}

/** A day as a list: how a phone shows it. */
export function Agenda({ items, faults, people, onOpen }: AgendaProps) {
  const { t } = useTranslation();
  const names = new Map(people.map(({ id, name }) => [id, name]));
  if (items.length === 0) return <p className={styles.quiet}>{t("plan.emptyDay")}</p>;
  return (
    <ol className={styles.agenda}>
      {items.map((item) => (
        <li key={item.id} className={faults.has(item.id) ? styles.faultyLine : undefined}>
          <button type="button" onClick={() => onOpen(item.id)}>
            <time>
              {clockOf(item.local_start)}–{clockOf(item.local_end)}
            </time>
            <strong>{item.title}</strong>
            <small>
              {[
                clauseText(item),
                item.members.flatMap((id) => names.get(id) ?? []).join("、"),
                item.site,
              ]
                .filter(Boolean)
                .join(" · ")}
            </small>
            {faults.has(item.id) && <StatusTag tone="bad">{t("plan.fault")}</StatusTag>}
          </button>
        </li>
      ))}
    </ol>
  );
}
