import { useTranslation } from "react-i18next";

import { StatusTag } from "@/ui/StatusTag";
import styles from "./feasibility.module.css";
import { type Ground, toneOf } from "./types";

type Effect = "blocks" | "open" | "limits" | "notes" | "supports";

/** Reasons, the weightiest first; each names where it comes from. */
export function Grounds({ grounds }: { grounds: readonly Ground[] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.grounds}>
      {grounds.map(({ effect, source, words }) => (
        <li key={`${source}${words}`}>
          <span>
            <StatusTag tone={toneOf(effect)}>
              {t(`feasibility.effect.${effect as Effect}`)}
            </StatusTag>
          </span>
          <span>
            {words} <small>{source}</small>
          </span>
        </li>
      ))}
    </ul>
  );
}
