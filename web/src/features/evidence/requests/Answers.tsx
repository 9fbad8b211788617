import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { bytes, evidenceKey } from "@/lib/evidence";
import { requestKey } from "@/lib/requests";
import { Instant } from "@/ui/Instant";
import { PathLink } from "@/ui/PathLink";
import { StatusTag } from "@/ui/StatusTag";
import { toneOf as itemTone } from "../library/types";
import { CheckDrawer } from "./CheckDrawer";
import { Checks } from "./Checks";
import styles from "./requests.module.css";
import type { Answer, WholeRequest } from "./types";

interface AnswersProps {
  of: WholeRequest;
  mayCheck: boolean;
}

/** What was handed over, with both of its dates, and whether it is the version in use. */
export function Answers({ of, mayCheck }: AnswersProps) {
  const { t } = useTranslation();
  const [checking, setChecking] = useState<Answer>();
  return (
    <section aria-label={t("requests.answers")}>
      <h2>{t("requests.answers")}</h2>
      {of.answers.length === 0 && <p className="muted">{t("requests.noAnswers")}</p>}
      <ul className={styles.list}>
        {of.answers.map((answer) => (
          <li key={answer.item_id}>
            <AnswerLine answer={answer} caseId={of.case_id} />
            <Checks checks={answer.checks} />
            {mayCheck && answer.state !== "destroyed" && (
              <Button size="small" onClick={() => setChecking(answer)}>
                {t("requests.check")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {checking && (
        <CheckDrawer
          item={{ id: checking.item_id, code: checking.code }}
          onClose={() => setChecking(undefined)}
        />
      )}
    </section>
  );
}

function AnswerLine({ answer, caseId }: { answer: Answer; caseId: string }) {
  const { t } = useTranslation();
  return (
    <>
      <span className={styles.line}>
        <PathLink href={`/audits/${caseId}/evidence?item=${answer.item_id}`}>
          {`${answer.code} ${answer.name}`}
        </PathLink>
        {!answer.is_readable && (
          <StatusTag tone={itemTone(answer.state)}>{t(evidenceKey.state(answer.state))}</StatusTag>
        )}
      </span>
      <small className={styles.line}>
        <span>
          {answer.effective_on
            ? t("requests.effective", { day: answer.effective_on })
            : t("requests.noEffective")}
        </span>
        <span>
          {t("requests.received")} <Instant at={answer.received_at} />
        </span>
        <span>{answer.provided_name}</span>
        <span>{bytes(answer.size)}</span>
        <code title={answer.sha256}>{answer.sha256.slice(0, 12)}</code>
      </small>
      {answer.date_notes.map((note) => (
        <StatusTag key={note} tone="warn">
          {t(requestKey.note(note))}
        </StatusTag>
      ))}
    </>
  );
}
