import { useTranslation } from "react-i18next";

import { Icon } from "@/ui/icons";
import styles from "./imports.module.css";

const STEPS = ["choose", "review", "done"] as const;

/** How far the import is. */
export function Steps({ at }: { at: number }) {
  const { t } = useTranslation();
  return (
    <ol className={styles.steps} aria-label={t("imports.steps")}>
      {STEPS.map((step, index) => (
        <li
          key={step}
          className={index < at ? styles.passed : undefined}
          aria-current={index === at ? "step" : undefined}
        >
          {index < at ? <Icon name="check" size={14} /> : <b>{index + 1}</b>}
          {t(`imports.step.${step}`)}
        </li>
      ))}
    </ol>
  );
}
