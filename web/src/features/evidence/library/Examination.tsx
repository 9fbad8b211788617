import { useTranslation } from "react-i18next";

import { Notice } from "@/ui/Notice";
import styles from "./library.module.css";
import type { WholeItem } from "./types";

/** What was found when the file was looked into, and what to do about it. */
export function Examination({ of }: { of: WholeItem }) {
  const { t } = useTranslation();
  if (of.state === "quarantined") {
    return <Notice tone="warn">{t("evidence.examination.running")}</Notice>;
  }
  const found = of.examination;
  if (!found || (found.is_held && found.warnings.length === 0)) return null;
  return (
    <section className={styles.found}>
      {!found.is_held && <Notice tone="bad">{found.message}</Notice>}
      {found.warnings.map(({ code, message }) => (
        <Notice key={code} tone="warn">
          {message}
        </Notice>
      ))}
      {found.names.length > 0 && (
        <small className="muted">
          {t("evidence.examination.names", { names: found.names.join("、") })}
        </small>
      )}
    </section>
  );
}
