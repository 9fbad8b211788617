import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan } from "@/api/me";
import { EmptyState } from "@/ui/EmptyState";
import { Icon } from "@/ui/icons";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { PathLink } from "@/ui/PathLink";
import { useCase, useRefresh } from "../cases/useCase";
import { AddDrawer } from "./AddDrawer";
import styles from "./checklists.module.css";
import { PrepareDrawer } from "./PrepareDrawer";
import { QuestionList } from "./QuestionList";
import type { CaseQuestion, Checklist } from "./types";

/** What is asked in this audit, under the items of its plan, prepared before it begins. */
export function ChecklistTab() {
  const { t } = useTranslation();
  const { id, is_closed } = useCase();
  const may = useCan()("checklists", "C") && !is_closed;
  const params = { path: { case_id: id } };
  const { data } = api.useSuspenseQuery("get", "/api/programme/cases/{case_id}/checklist", {
    params,
  });
  const [prepared, prepare] = useState<CaseQuestion>();
  const [isAdding, setAdding] = useState(false);
  const all = data.questions.length;
  return (
    <Card
      title={t("checklists.title")}
      tags={all > 0 && <small>{t("checklists.prepared", { prepared: data.prepared, all })}</small>}
      aside={<PathLink href="/questions">{t("checklists.library")}</PathLink>}
    >
      {all > 0 && <Standards standards={data.standards} />}
      <Toolbar checklist={data} may={may} onAdd={() => setAdding(true)} />
      <QuestionList checklist={data} onPrepare={prepare} />
      {prepared && (
        <PrepareDrawer
          key={prepared.id}
          question={prepared}
          checklist={data}
          mayRemove={may}
          onClose={() => prepare(undefined)}
        />
      )}
      {isAdding && <AddDrawer onClose={() => setAdding(false)} />}
    </Card>
  );
}

/** What each standard gets from the questions: one answer counts for all its clauses. */
function Standards({ standards }: { standards: Checklist["standards"] }) {
  const { t } = useTranslation();
  return (
    <ul className={styles.standards}>
      {standards.map(({ scheme, questions, clauses, lacking }) => (
        <li key={scheme}>
          {t("checklists.standard", {
            scheme,
            questions,
            clauses,
            covered: clauses - lacking.length,
          })}{" "}
          {lacking.length > 0 && (
            <small>{t("checklists.lacking", { codes: lacking.join("、") })}</small>
          )}
        </li>
      ))}
    </ul>
  );
}

interface ToolbarProps {
  checklist: Checklist;
  may: boolean;
  onAdd: () => void;
}

function Toolbar({ checklist, may, onAdd }: ToolbarProps) {
  const { t } = useTranslation();
  const { id } = useCase();
  const { choose, busy, error } = useChoose();
  const isEmpty = checklist.questions.length === 0;
  const add = <Button onClick={onAdd}>{t("checklists.addOwn")}</Button>;
  const pick = (
    <Button loading={busy} disabled={checklist.lines.length === 0} onClick={choose}>
      {t(isEmpty ? "checklists.choose" : "checklists.chooseMore")}
    </Button>
  );
  if (isEmpty) {
    return (
      <>
        <EmptyState
          icon="audit"
          title={t("checklists.emptyTitle")}
          action={
            may && (
              <div className={styles.row}>
                {add}
                {pick}
              </div>
            )
          }
        >
          {t(checklist.lines.length > 0 ? "checklists.empty" : "checklists.noPlan")}
        </EmptyState>
        <ErrorSummary error={error} />
      </>
    );
  }
  return (
    <>
      <div className={styles.row}>
        <Button icon={<Icon name="download" />} href={`/api/programme/cases/${id}/checklist.xlsx`}>
          {t("checklists.export")}
        </Button>
        {may && add}
        {may && pick}
      </div>
      <ErrorSummary error={error} />
    </>
  );
}

function useChoose() {
  const { id } = useCase();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const choose = () => {
    setBusy(true);
    setError(null);
    client
      .POST("/api/programme/cases/{case_id}/checklist/choose", {
        params: { path: { case_id: id } },
      })
      .catch(setError)
      .finally(() => void refresh().then(() => setBusy(false)));
  };
  return { choose, busy, error };
}
