import { useTranslation } from "react-i18next";

import styles from "./Search.module.css";
import type { Group, HitsState } from "./useHits";

interface SearchResultsProps {
  id: string;
  text: string;
  state: HitsState;
  groups: readonly Group[];
  /** The place of the chosen hit, counted through all groups. */
  chosen: number;
  onGo: (href: string) => void;
}

export function SearchResults({ id, text, state, groups, chosen, onGo }: SearchResultsProps) {
  const { t } = useTranslation();
  const hits = groups.flatMap((group) => group.hits);
  return (
    <div className={styles.results}>
      <p role="status" className={styles.message}>
        {state === "searching" && t("ui.loading")}
        {state === "nothing" && t("shell.search.nothing", { text })}
        {state === "failed" && t("ui.noAnswer")}
      </p>
      <div id={id} role="listbox" aria-label={t("shell.search.results")}>
        {groups.map((group) => (
          <div key={group.kind} role="group" aria-label={group.title}>
            <small className={styles.kind} aria-hidden>
              {group.title}
            </small>
            {group.hits.map((hit) => {
              const place = hits.indexOf(hit);
              return (
                <div
                  key={hit.key}
                  id={`${id}-${place}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={place === chosen}
                  className={styles.hit}
                  onClick={() => onGo(hit.href)}
                  onKeyDown={(event) => event.key === "Enter" && onGo(hit.href)}
                >
                  <span>{hit.title}</span>
                  <small>{hit.subtitle}</small>
                </div>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}
