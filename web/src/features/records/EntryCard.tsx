import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan } from "@/api/me";
import { useCaseId } from "@/lib/caseId";
import { clausesText } from "@/lib/clauses";
import { Instant } from "@/ui/Instant";
import { ErrorSummary } from "@/ui/Notice";
import { PathLink } from "@/ui/PathLink";
import { ReasonButton } from "@/ui/ReasonButton";
import { StatusTag } from "@/ui/StatusTag";
import { EntryForm } from "./EntryForm";
import { History } from "./History";
import styles from "./records.module.css";
import { type Asked, type Entry, TONES, useRefreshRecords } from "./types";

interface Props {
  /** The question; none for a note. */
  asked?: Asked;
  /** What was written; none for a question that waits. */
  entry?: Entry | undefined;
  may: boolean;
}

/** A question with its answer, or a note: what it says, what it cites, who wrote it and when. */
export function EntryCard({ asked, entry, may }: Props) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const isWithdrawn = Boolean(entry?.withdrawn_reason);
  const clauses = clausesText(asked?.clauses ?? entry?.clauses ?? []);
  return (
    <article className={styles.entry}>
      <header>
        {clauses && <StatusTag tone="blue">{clauses}</StatusTag>}
        {asked && <strong>{asked.text}</strong>}
        <span className={styles.verdict}>
          {!entry && <StatusTag>{t("records.open")}</StatusTag>}
          {isWithdrawn && <StatusTag>{t("records.withdrawn")}</StatusTag>}
          {entry?.verdict && !isWithdrawn && (
            <StatusTag tone={TONES[entry.verdict]}>
              {t(`records.verdict.${entry.verdict}`)}
            </StatusTag>
          )}
        </span>
      </header>
      {asked?.guidance && !entry && <small className="muted">{asked.guidance}</small>}
      {asked?.preparation && !entry && <p className="muted">{asked.preparation}</p>}
      {entry && !editing && <Written entry={entry} />}
      {editing ? (
        <EntryForm asked={asked} entry={entry} onDone={() => setEditing(false)} />
      ) : (
        <Acts asked={asked} entry={entry} may={may} onEdit={() => setEditing(true)} />
      )}
    </article>
  );
}

function Written({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const caseId = useCaseId();
  return (
    <>
      {entry.text && <p className={styles.text}>{entry.text}</p>}
      {entry.withdrawn_reason && (
        <p className="muted">{t("records.because", { reason: entry.withdrawn_reason })}</p>
      )}
      <p className={styles.cited}>
        {entry.evidence.map(({ id, code, name }) => (
          <PathLink key={id} href={`/audits/${caseId}/evidence?item=${id}`}>
            {code} {name}
          </PathLink>
        ))}
        <small className="muted">
          {entry.author_name} · <Instant at={entry.written_at} />
        </small>
      </p>
    </>
  );
}

function Acts({ asked, entry, may, onEdit }: Props & { onEdit: () => void }) {
  const { t } = useTranslation();
  const mayChange = useCan()("records", "U");
  const refresh = useRefreshRecords();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [shown, show] = useState(false);
  const withdraw = (of: Entry, reason: string) => {
    setBusy(true);
    setError(null);
    const params = { path: { entry_id: of.thread } };
    const body = { revision: of.revision, reason };
    client
      .POST("/api/records/entries/{entry_id}/withdrawal", { params, body })
      .then(refresh, setError)
      .finally(() => setBusy(false));
  };
  const isOver = Boolean(entry?.withdrawn_reason);
  return (
    <div className={styles.acts}>
      <ErrorSummary error={error} />
      {may && asked && !entry && <Button onClick={onEdit}>{t("records.answer")}</Button>}
      {mayChange && entry && !isOver && <Button onClick={onEdit}>{t("records.revise")}</Button>}
      {mayChange && entry && !isOver && (
        <ReasonButton
          label={t("records.withdraw")}
          question={t("records.whyWithdraw")}
          busy={busy}
          onReason={(reason) => withdraw(entry, reason)}
        />
      )}
      {entry && entry.revision > 1 && (
        <Button type="link" onClick={() => show(!shown)}>
          {t("records.history", { count: entry.revision })}
        </Button>
      )}
      {shown && entry && <History of={entry} />}
    </div>
  );
}
