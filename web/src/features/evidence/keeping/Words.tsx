import { useTranslation } from "react-i18next";

import { Instant } from "@/ui/Instant";
import { StatusTag } from "@/ui/StatusTag";
import styles from "./keeping.module.css";
import type { Side, Word } from "./types";

/** What one side said last, and why. */
export function SaidWord({ side, word }: { side: Side; word: Word | null | undefined }) {
  const { t } = useTranslation();
  if (!word) return <span className="muted">{t("keeping.nothingSaid")}</span>;
  return (
    <span className={styles.word}>
      <StatusTag tone={word.verdict === "yes" ? "ok" : "warn"}>
        {t(`keeping.${side}.${word.verdict}`)}
      </StatusTag>
      {word.reason && <span>{word.reason}</span>}
      <small className="muted">
        {word.said_name} · <Instant at={word.said_at} />
      </small>
    </span>
  );
}
