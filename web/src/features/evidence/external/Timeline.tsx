import { useTranslation } from "react-i18next";

import { Instant } from "@/ui/Instant";
import styles from "./external.module.css";
import type { WholeExternal } from "./types";

const SHOWN = 500;

/** Who said what, or who was there from when to when, on the platform's clock. */
export function Timeline({ of }: { of: WholeExternal }) {
  const { t } = useTranslation();
  if (of.lines.length === 0) return null;
  return (
    <section>
      <h2>{t("external.timeline")}</h2>
      <small className="muted">{t("external.lines", { count: of.line_count })}</small>
      <ol className={styles.lines}>
        {of.lines.slice(0, SHOWN).map((line, place) => (
          <li key={`${line.at} ${line.name} ${place}`}>
            {line.at ? <Instant at={line.at} seconds /> : <span>{t("external.noTime")}</span>}
            {line.until && (
              <>
                <span aria-hidden>→</span>
                <Instant at={line.until} seconds />
              </>
            )}
            <strong>{line.name}</strong>
            {line.text && <span className={styles.text}>{line.text}</span>}
          </li>
        ))}
      </ol>
      {of.lines.length > SHOWN && <p className="muted">{t("external.moreLines")}</p>}
    </section>
  );
}
