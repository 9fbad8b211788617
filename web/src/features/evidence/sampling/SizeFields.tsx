import { InputNumber } from "antd";
import { useTranslation } from "react-i18next";

import styles from "./sampling.module.css";
import { rootSize } from "./sizes";
import type { SizeRule } from "./types";

interface SizeFieldsProps {
  rule: SizeRule;
  strata: Record<string, number>;
  factor: number;
  each: Record<string, number>;
  onEach: (each: Record<string, number>) => void;
}

/** What a size comes from: the formula of a root, the count or the wish of each stratum. */
export function SizeFields({ rule, strata, factor, each, onEach }: SizeFieldsProps) {
  const { t } = useTranslation();
  const formula = (population: number) =>
    t("sampling.draw.formula", { factor, population, size: rootSize(population, factor) });
  const counts = Object.entries(strata);
  const population = counts.reduce((sum, [, count]) => sum + count, 0);
  return (
    <>
      {rule === "root" && <p className={styles.formula}>{formula(population)}</p>}
      {counts.length > 1 && (
        <ul className={styles.list}>
          {counts.map(([name, count]) => (
            <li key={name}>
              <span className={styles.line}>
                <strong>{name || "–"}</strong>
                <span>{t("sampling.list.rows", { count })}</span>
                {rule === "root_each" && <span className={styles.formula}>{formula(count)}</span>}
                {rule === "each" && (
                  <InputNumber
                    aria-label={`${t("sampling.draw.each")} ${name}`}
                    min={0}
                    max={count}
                    value={each[name] ?? 0}
                    onChange={(size) => onEach({ ...each, [name]: size ?? 0 })}
                  />
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
