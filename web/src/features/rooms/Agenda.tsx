import { useTranslation } from "react-i18next";

import { Instant } from "@/ui/Instant";
import { StatusTag } from "@/ui/StatusTag";
import styles from "./rooms.module.css";
import type { Session } from "./types";

/** The lines of the plan that belong to this session, with their clauses. */
export function Agenda({ of }: { of: Session }) {
  const { t } = useTranslation();
  if (of.agenda.length === 0) return <p className="muted">{t("rooms.agenda.none")}</p>;
  return (
    <ol className={styles.agenda}>
      {of.agenda.map(({ line, title, clauses, starts_at: start, auditee }) => (
        <li key={line}>
          <strong>{title}</strong>
          <small className="muted">
            <Instant at={start} zone={of.zone} /> {auditee}
          </small>
          <span>
            {clauses.map(({ scheme, clause }) => (
              <StatusTag key={scheme + clause} tone="blue">
                {scheme} {clause}
              </StatusTag>
            ))}
          </span>
        </li>
      ))}
    </ol>
  );
}
