import { useTranslation } from "react-i18next";

import styles from "./tools.module.css";
import type { Assessment } from "./types";
import { useToolWords } from "./words";

/** Four scores as bars and as numbers, each with its weight and what it rests on. */
export function Scorecard({ of, floor }: { of: Assessment; floor: number }) {
  const { t } = useTranslation();
  const words = useToolWords();
  return (
    <div>
      <p>
        <span className={styles.total}>{of.total.toFixed(2)}</span>{" "}
        <small className="muted">
          {t("tools.totalNote")} · {words.cause(of.cause)} · {of.assessed_on}
          {of.assessor && ` · ${of.assessor}`} · {t("tools.reviewBy", { day: of.review_by })}
        </small>
      </p>
      {of.scores.map(({ aspect, score, weight, evidence }) => (
        <div key={aspect} className={styles.score}>
          <span>{words.aspect(aspect)}</span>
          <span className={styles.bar} aria-hidden>
            <i
              className={aspect === "security" && score < floor ? styles.low : undefined}
              style={{ width: `${score * 20}%` }}
            />
          </span>
          <span className={styles.number}>{t("tools.of5", { score })}</span>
          <span className={styles.evidence}>
            {t("tools.weight", { weight })} · {evidence}
          </span>
        </div>
      ))}
      {of.conclusion && <p>{of.conclusion}</p>}
    </div>
  );
}
