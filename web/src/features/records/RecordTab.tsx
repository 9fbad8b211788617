import { Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan } from "@/api/me";
import { useCaseId } from "@/lib/caseId";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorSummary } from "@/ui/Notice";
import { Card, Waiting } from "@/ui/Page";
import { PathLink } from "@/ui/PathLink";
import { EntryCard } from "./EntryCard";
import { EntryForm } from "./EntryForm";
import styles from "./records.module.css";
import { Standards } from "./Standards";
import type { Asked, Record } from "./types";

/** What is written down in an audit: each question answered once, and notes beside them. */
export function RecordTab() {
  const caseId = useCaseId();
  const params = { path: { case_id: caseId } };
  const { data, error } = api.useQuery("get", "/api/records/cases/{case_id}", { params });
  if (!data) return error ? <ErrorSummary error={error} /> : <Waiting />;
  return (
    <div className={styles.tab}>
      <Standards standards={data.standards} />
      <Questions of={data} />
      <Notes of={data} />
    </div>
  );
}

type Wanted = "all" | "open" | "deviates";

const fits = (asked: Asked, wanted: Wanted) => {
  if (wanted === "open") return !asked.answer;
  return wanted === "all" || asked.answer?.verdict === wanted;
};

function Questions({ of }: { of: Record }) {
  const { t } = useTranslation();
  const may = useCan()("records", "C");
  const caseId = useCaseId();
  const [wanted, want] = useState<Wanted>("all");
  const all = of.questions.length;
  const options = (["all", "open", "deviates"] as const).map((value) => ({
    value,
    label: t(`records.wanted.${value}`),
  }));
  return (
    <Card
      title={t("records.questions")}
      tags={all > 0 && <small>{t("records.answered", { answered: of.answered, all })}</small>}
      aside={all > 0 && <Segmented<Wanted> value={wanted} options={options} onChange={want} />}
    >
      {all === 0 && (
        <EmptyState icon="audit" title={t("records.emptyTitle")}>
          <PathLink href={`/audits/${caseId}/checklists`}>{t("records.empty")}</PathLink>
        </EmptyState>
      )}
      <ul className={styles.entries}>
        {of.questions
          .filter((asked) => fits(asked, wanted))
          .map((asked) => (
            <li key={asked.id}>
              <EntryCard asked={asked} entry={asked.answer ?? undefined} may={may} />
            </li>
          ))}
      </ul>
    </Card>
  );
}

function Notes({ of }: { of: Record }) {
  const { t } = useTranslation();
  const may = useCan()("records", "C");
  const [written, setWritten] = useState(0);
  return (
    <Card title={t("records.notes")}>
      <ul className={styles.entries}>
        {of.notes.map((entry) => (
          <li key={entry.thread}>
            <EntryCard entry={entry} may={may} />
          </li>
        ))}
      </ul>
      {may && <EntryForm key={written} onDone={() => setWritten(written + 1)} />}
      {!may && of.notes.length === 0 && <p className="muted">{t("records.noNotes")}</p>}
    </Card>
  );
}
