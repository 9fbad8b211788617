import { useTranslation } from "react-i18next";

import { LevelTag } from "./HeatMap";
import styles from "./risk.module.css";
import type { Scale } from "./types";

/** What every grade and level means, beside the matrix in which they stand. */
export function Definitions({ scale }: { scale: Scale }) {
  const { t } = useTranslation();
  const axes = [
    { title: t("risk.likelihood"), grades: scale.likelihood },
    { title: t("risk.impact"), grades: scale.impact },
  ];
  return (
    <div className={styles.definitions}>
      {axes.map(({ title, grades }) => (
        <section key={title} aria-label={title}>
          <h3>{title}</h3>
          <ol>
            {grades.map(({ grade, name, means }) => (
              <li key={grade}>
                <b>{name}</b> <span>{means}</span>
              </li>
            ))}
          </ol>
        </section>
      ))}
      <section aria-label={t("risk.levels")}>
        <h3>{t("risk.levels")}</h3>
        <ul>
          {scale.levels.map((level) => (
            <li key={level.code}>
              <LevelTag level={level} /> <span>{level.means}</span>
            </li>
          ))}
        </ul>
        <small className={styles.stamp}>{t("risk.stamp", { stamp: scale.stamp })}</small>
      </section>
    </div>
  );
}
