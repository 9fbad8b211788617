import { useTranslation } from "react-i18next";

import { evidenceKey } from "@/lib/evidence";
import { StatusTag } from "@/ui/StatusTag";
import styles from "./library.module.css";
import { type Item, toneOf } from "./types";

interface ItemsProps {
  items: readonly Item[];
  onOpen: (id: string) => void;
}

/** The library as pictures. */
export function Thumbnails({ items, onOpen }: ItemsProps) {
  const { t } = useTranslation();
  return (
    <ul className={styles.grid} aria-label={t("evidence.part.library")}>
      {items.map((item) => (
        <li key={item.id}>
          <button type="button" onClick={() => onOpen(item.id)}>
            <Cover of={item} />
            <span className={styles.title}>{`${item.code} ${item.name}`}</span>
            {item.state !== "held" && (
              <StatusTag tone={toneOf(item.state)}>{t(evidenceKey.state(item.state))}</StatusTag>
            )}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** A small picture, or the ending of the file's name where there is none. */
export function Cover({ of }: { of: Item }) {
  const ending = of.name.includes(".") ? of.name.split(".").pop() : of.media_type.split("/")[0];
  return (
    <span className={styles.cover}>
      {of.thumbnail ? (
        <img src={of.thumbnail} alt="" loading="lazy" />
      ) : (
        <span className={styles.ending}>{ending?.slice(0, 5).toUpperCase()}</span>
      )}
    </span>
  );
}
