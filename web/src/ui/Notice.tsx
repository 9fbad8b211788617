import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { ApiError, sentenceOf } from "@/lib/errors";
import { Icon, type IconName } from "./icons";
import styles from "./Page.module.css";

export type Tone = "ok" | "warn" | "bad" | "blue";

const ICONS: Record<Tone, IconName> = {
  ok: "check",
  warn: "warning",
  bad: "warning",
  blue: "info",
};

interface NoticeProps {
  tone: Tone;
  /** Said aloud at once when it appears; for what the reader must not miss. */
  alert?: boolean;
  action?: ReactNode;
  children: ReactNode;
}

/** One persistent line for anything that matters; the product has no toasts. */
export function Notice({ tone, alert = false, action, children }: NoticeProps) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={alert ? "alert" : "status"}>
      <div className={styles.noticeText}>
        <Icon name={ICONS[tone]} />
        {children}
      </div>
      {action}
    </div>
  );
}

interface ErrorSummaryProps {
  error: unknown;
  /** The label under which the reader knows a field; fields without one show only their sentence. */
  labels?: Record<string, string>;
  action?: ReactNode;
}

/** What went wrong and what to do, with one line per field. */
export function ErrorSummary({ error, labels = {}, action }: ErrorSummaryProps) {
  if (!error) return null;
  const fields = error instanceof ApiError ? Object.entries(error.fields) : [];
  return (
    <Notice tone="bad" alert action={action}>
      {sentenceOf(error)}
      {fields.length > 0 && (
        <ul className={styles.noticeList}>
          {fields.map(([field, sentence]) => (
            <li key={field}>
              {labels[field] ? <FieldLine label={labels[field]} sentence={sentence} /> : sentence}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function FieldLine({ label, sentence }: { label: string; sentence: string }) {
  const { t } = useTranslation();
  return <>{t("ui.fieldError", { label, sentence })}</>;
}
