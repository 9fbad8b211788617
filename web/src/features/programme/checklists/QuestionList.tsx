import { useTranslation } from "react-i18next";

import { clausesText } from "@/lib/clauses";
import { StatusTag } from "@/ui/StatusTag";
import styles from "./checklists.module.css";
import { type CaseQuestion, type Checklist } from "./types";

interface QuestionListProps {
  checklist: Checklist;
  onPrepare: (question: CaseQuestion) => void;
}

/** Questions under the plan's items, in the order of the plan. */
export function QuestionList({ checklist, onPrepare }: QuestionListProps) {
  const { t } = useTranslation();
  const { questions, lines } = checklist;
  const known = new Set(lines.map(({ line }) => line));
  const groups = [
    ...lines.map((line) => ({
      key: String(line.line),
      title: `${line.local_start.slice(5).replace("T", " ")} ${line.title}`,
      rows: questions.filter((each) => each.line === line.line),
    })),
    {
      key: "",
      title: t("checklists.elsewhere"),
      rows: questions.filter((each) => !known.has(each.line)),
    },
  ];
  return (
    <>
      {groups
        .filter(({ rows }) => rows.length > 0)
        .map(({ key, title, rows }) => (
          <section key={key} className={styles.group} aria-label={title}>
            <h3>{title}</h3>
            <ul className={styles.questions}>
              {rows.map((row) => (
                <li key={row.id}>
                  <QuestionLine question={row} checklist={checklist} onPrepare={onPrepare} />
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
}

const ORIGINS = ["library", "last_audit", "own"] as const;

function QuestionLine({
  question,
  checklist,
  onPrepare,
}: QuestionListProps & { question: CaseQuestion }) {
  const { t } = useTranslation();
  const asker = checklist.members.find(({ id }) => id === question.member);
  const origin = ORIGINS.find((each) => each === question.origin) ?? "own";
  return (
    <button type="button" className={styles.question} onClick={() => onPrepare(question)}>
      <span>{question.text}</span>
      <span className={styles.row}>
        <StatusTag tone="blue">{clausesText(question.clauses)}</StatusTag>
        {origin !== "library" && (
          <StatusTag tone={origin === "last_audit" ? "warn" : "violet"}>
            {t(`checklists.origin.${origin}`)}
          </StatusTag>
        )}
        <small>
          {asker ? t("checklists.asks", { name: asker.name }) : t("checklists.ownerless")}
        </small>
      </span>
      <small className={styles.notes}>{question.preparation || t("checklists.noNotes")}</small>
    </button>
  );
}
