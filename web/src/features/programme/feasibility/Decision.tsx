import { Button, Input, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { Instant } from "@/ui/Instant";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { type Case, MODES } from "../cases/types";
import { useCaseWords } from "../cases/words";
import styles from "./feasibility.module.css";
import { Grounds } from "./Grounds";
import { type Feasibility, type Mode, toneOf } from "./types";
import { useAction } from "./useFeasibility";
import { useFeasibilityWords } from "./words";

interface DecisionProps {
  of: Case;
  page: Feasibility;
  may: boolean;
}

/** What the rules propose and why; what a person decided, beside what was proposed then. */
export function Decision({ of, page, may }: DecisionProps) {
  const { t } = useTranslation();
  const words = useFeasibilityWords();
  const { result, grounds } = page.proposal;
  const [again, setAgain] = useState(false);
  const [latest] = page.decisions;
  const asks = may && (again || !latest);
  return (
    <Card
      title={t("feasibility.decision")}
      tags={
        <StatusTag tone={toneOf(result)}>
          {t("feasibility.proposed", { result: words.result(result) })}
        </StatusTag>
      }
    >
      <div className={styles.stack}>
        {page.decisions.map((each) => (
          <Decided key={each.number} of={each} />
        ))}
        <Grounds grounds={grounds} />
        {asks && <Decide of={of} page={page} onDone={() => setAgain(false)} />}
        {may && latest && !again && (
          <div>
            <Button onClick={() => setAgain(true)}>{t("feasibility.decideAgain")}</Button>
          </div>
        )}
      </div>
    </Card>
  );
}

function Decided({ of }: { of: Feasibility["decisions"][number] }) {
  const { t } = useTranslation();
  const words = useFeasibilityWords();
  const mode = useCaseWords().mode(of.mode);
  return (
    <div className={styles.signature}>
      <div className={styles.row}>
        <strong>{t("feasibility.decided", { mode })}</strong>
        <StatusTag tone={toneOf(of.proposed)}>
          {t("feasibility.proposed", { result: words.result(of.proposed) })}
        </StatusTag>
      </div>
      {of.reason && <p className={styles.quote}>{of.reason}</p>}
      <small>
        {of.decided_by} · <Instant at={of.decided_at} />
      </small>
    </div>
  );
}

interface DecideProps {
  of: Case;
  page: Feasibility;
  onDone: () => void;
}

function Decide({ of, page, onDone }: DecideProps) {
  const { t } = useTranslation();
  const caseWords = useCaseWords();
  const { run, busy, error } = useAction();
  const proposed = page.proposal.mode;
  const [mode, setMode] = useState((proposed || of.mode) as Mode);
  const [reason, setReason] = useState("");
  const deviates = mode !== proposed;
  const decide = () =>
    void run(
      client.POST("/api/programme/cases/{case_id}/feasibility/decide", {
        params: { path: { case_id: of.id } },
        body: { mode, reason: reason.trim() },
      }),
    ).then((done) => done && onDone());
  return (
    <div className={styles.stack}>
      <Radio.Group
        aria-label={t("cases.modeLabel")}
        value={mode}
        onChange={(event) => setMode(event.target.value as Mode)}
        options={MODES.map((each) => ({ value: each, label: caseWords.mode(each) }))}
      />
      <Input.TextArea
        aria-label={t("cases.reason")}
        placeholder={t(deviates ? "feasibility.whyDeviate" : "feasibility.whyOptional")}
        value={reason}
        maxLength={4000}
        rows={2}
        onChange={(event) => setReason(event.target.value)}
      />
      <ErrorSummary
        error={error}
        labels={{ reason: t("cases.reason"), mode: t("cases.modeLabel") }}
      />
      <div>
        <Button loading={busy} disabled={deviates && !reason.trim()} onClick={decide}>
          {t("feasibility.decide")}
        </Button>
      </div>
    </div>
  );
}
