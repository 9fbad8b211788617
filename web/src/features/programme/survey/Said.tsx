import { useTranslation } from "react-i18next";

import { Icon } from "@/ui/icons";
import { anchorOf, useForm } from "./form";
import styles from "./survey.module.css";

interface SaidProps {
  /** The places this is about, as the server names them. */
  at: string | readonly string[];
  /** Also for what lies below them. */
  within?: boolean;
}

/** Beneath an entry: what is missing, what does not fit together, what it was last time. */
export function Said({ at, within = false }: SaidProps) {
  const { t } = useTranslation();
  const { gaps, warnings, differences } = useForm();
  const paths = typeof at === "string" ? [at] : at;
  const here = ({ path }: { path: string }) =>
    paths.some((each) => path === each || (within && path.startsWith(`${each}.`)));
  return (
    <span id={anchorOf(paths[0] ?? "")} className={styles.said}>
      {gaps.filter(here).map(({ path, words }) => (
        <span key={path} className={styles.gap}>
          <Icon name="warning" size={14} />
          {words}
        </span>
      ))}
      {warnings.filter(here).map(({ path, words }) => (
        <span key={path + words} className={styles.warning}>
          <Icon name="info" size={14} />
          {words}
        </span>
      ))}
      {differences.filter(here).map(({ path, label, before }) => (
        <span key={path} className={styles.before}>
          {t("surveys.lastTime", { label, before: before || t("surveys.notSaid") })}
        </span>
      ))}
    </span>
  );
}
