import { useTranslation } from "react-i18next";

import { dateTime, HERE } from "@/lib/instant";
import { requestKey } from "@/lib/requests";
import { StatusTag, type TagTone } from "@/ui/StatusTag";
import styles from "./requests.module.css";
import type { Check } from "./types";

const TONES: Record<Check["verdict"], TagTone> = {
  same: "ok",
  differs: "bad",
  cannot_tell: "warn",
};

/** Whether the document is the version that was seen in use: the machine's word and the auditor's. */
export function Checks({ checks }: { checks: readonly Check[] }) {
  const { t } = useTranslation();
  if (checks.length === 0) return null;
  return (
    <ul className={styles.checks} aria-label={t("requests.checks")}>
      {checks.map((check) => (
        <li key={check.id}>
          <StatusTag tone={TONES[check.verdict]}>
            {`${t("requests.checks")}：${t(requestKey.verdict(check.verdict))}`}
          </StatusTag>
          <small>
            {t("requests.proposed", { verdict: t(requestKey.verdict(check.proposed)) })}
            {` · ${t(requestKey.basis(check.basis))}`}
            {check.shown_code && ` · ${t("requests.seen", { code: check.shown_code })}`}
          </small>
          {check.words && <span>{check.words}</span>}
          <small className="muted">
            {t("requests.checkedBy", {
              name: check.checked_by,
              at: dateTime(check.checked_at, HERE),
            })}
          </small>
        </li>
      ))}
    </ul>
  );
}
