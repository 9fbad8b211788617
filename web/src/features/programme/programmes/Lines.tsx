import { useTranslation } from "react-i18next";

import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { useLocalTable } from "@/ui/localTable";
import { Card } from "@/ui/Page";
import { PathLink } from "@/ui/PathLink";
import { StatusTag } from "@/ui/StatusTag";
import { type Cycle, type Line, toneOf } from "./types";
import { useCycleWords } from "./words";

/** Every audit of the cycle with its window, the clause it comes from, and its case. */
export function Lines({ of }: { of: Cycle }) {
  const { t } = useTranslation();
  return (
    <Card title={t("programmes.audits")}>
      <DataTable<Line>
        label={t("programmes.audits")}
        columns={useColumns()}
        {...useLocalTable(of.lines)}
        rowKey={({ kind, sequence }) => `${kind} ${sequence}`}
        empty={
          <EmptyState icon="clock" title={t("programmes.undated")}>
            {t("programmes.datesMissing")}
          </EmptyState>
        }
      />
      {of.others.length > 0 && <Others of={of} />}
    </Card>
  );
}

function useColumns(): Column<Line>[] {
  const { t } = useTranslation();
  const words = useCycleWords();
  return [
    { key: "audit", title: t("programmes.audit"), render: (line) => words.audit(line) },
    {
      key: "state",
      title: t("programmes.stateLabel"),
      bare: true,
      render: (line) => <StatusTag tone={toneOf(line)}>{words.state(line)}</StatusTag>,
    },
    {
      key: "window",
      title: t("programmes.window"),
      render: (line) => (
        <span>
          {line.due_from} – {line.due_by}
          <br />
          <small className="muted">{line.clause}</small>
        </span>
      ),
    },
    {
      key: "days",
      title: t("programmes.days"),
      render: ({ case: one }) => (one?.starts_on ? `${one.starts_on} – ${one.ends_on ?? ""}` : ""),
    },
    {
      key: "case",
      title: t("programmes.case"),
      render: ({ case: one }) =>
        one ? (
          <PathLink href={`/audits/${one.id}`}>{one.number}</PathLink>
        ) : (
          <span className="muted">{t("programmes.notOpened")}</span>
        ),
    },
  ];
}

function Others({ of }: { of: Cycle }) {
  const { t } = useTranslation();
  const words = useCycleWords();
  return (
    <p>
      <span className="muted">{t("programmes.others")} </span>
      {of.others.map((one) => (
        <PathLink key={one.id} href={`/audits/${one.id}`}>
          {words.audit(one)} {one.number}{" "}
        </PathLink>
      ))}
    </p>
  );
}
