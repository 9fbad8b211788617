import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Icon } from "@/ui/icons";
import { useLocalTable } from "@/ui/localTable";
import { Card } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { useCaseId } from "../cases/useCase";
import { LevelTag } from "./HeatMap";
import { Library } from "./Library";
import styles from "./risk.module.css";
import { RowDrawer } from "./RowDrawer";
import { cellOf, levelNamed, type Matrix, type Row, type Scale } from "./types";
import type { useMay } from "./useRisk";
import { useRiskWords } from "./words";

interface RowsProps {
  matrix: Matrix;
  scale: Scale;
  rows: readonly Row[];
  /** A cell of the map is chosen. */
  isNarrowed: boolean;
  may: ReturnType<typeof useMay>;
}

/** Threats and opportunities, threats first; a row opens beside the list. */
export function Rows({ matrix, scale, rows, isNarrowed, may }: RowsProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<string | null>(null);
  const [picking, setPicking] = useState(false);
  const { state, answer } = useLocalTable(rows);
  const id = useCaseId();
  const row = matrix.rows.find((each) => each.id === open);
  const tools = may.edit && (
    <div className={styles.row}>
      <Button icon={<Icon name="plus" />} onClick={() => setOpen("new")}>
        {t("risk.addRow")}
      </Button>
      <Button onClick={() => setPicking(true)}>{t("risk.fromLibrary")}</Button>
    </div>
  );
  const count = { shown: rows.length, all: matrix.rows.length };
  return (
    <Card
      title={t("risk.rows")}
      aside={isNarrowed ? t("risk.narrowed", count) : t("risk.count", { count: count.all })}
    >
      <DataTable<Row>
        label={t("risk.rows")}
        columns={useColumns(matrix, scale)}
        state={state}
        answer={answer}
        rowKey={(each) => each.id}
        onOpen={(each) => setOpen(each.id)}
        filters={tools}
        exportHref={`/api/programme/cases/${id}/risk/workbook?number=${matrix.number}`}
        empty={
          <EmptyState icon="shield" title={t("risk.noRowsTitle")}>
            {isNarrowed ? t("risk.noneInCell") : t("risk.noRows")}
          </EmptyState>
        }
      />
      {(row || open === "new") && (
        <RowDrawer
          key={open}
          row={row}
          matrix={matrix}
          scale={scale}
          mayEdit={may.edit}
          onClose={() => setOpen(null)}
        />
      )}
      {picking && <Library onClose={() => setPicking(false)} taken={matrix.rows} />}
    </Card>
  );
}

function useColumns(matrix: Matrix, scale: Scale): Column<Row>[] {
  const { t } = useTranslation();
  const words = useRiskWords();
  const needs = new Map(matrix.needs.map(({ line, text }) => [line, text]));
  return [
    {
      key: "text",
      title: t("risk.text"),
      width: "22%",
      render: ({ text }) => text,
    },
    {
      key: "sign",
      title: t("risk.signLabel"),
      bare: true,
      render: ({ sign }) => (
        <StatusTag tone={sign === "threat" ? "warn" : "ok"}>{words.sign(sign)}</StatusTag>
      ),
    },
    {
      key: "factor",
      title: t("risk.factorLabel"),
      render: ({ factor, dimension, need_line }) => (
        <span className={styles.words}>
          {words.factor(factor)} · {words.dimension(dimension)}
          {need_line && <small>{needs.get(need_line)}</small>}
        </span>
      ),
    },
    {
      key: "level",
      title: t("risk.beforeAndAfter"),
      render: (row) => <Levels row={row} scale={scale} />,
    },
    { key: "treatment", title: t("risk.treatment"), render: (row) => <Treatment row={row} /> },
  ];
}

function Levels({ row, scale }: { row: Row; scale: Scale }) {
  const before = <LevelTag level={levelNamed(scale, row.level)} grades={cellOf(row, "before")} />;
  if (!row.residual_likelihood) return before;
  return (
    <span className={styles.levels}>
      {before} → <LevelTag level={levelNamed(scale, row.residual)} grades={cellOf(row, "after")} />
    </span>
  );
}

function Treatment({ row }: { row: Row }) {
  const { t } = useTranslation();
  if (!row.treatment) return "";
  const who = [row.treated_by_name, row.due_on].filter(Boolean).join(" · ");
  const done = row.state === "done" ? t("risk.isDone") : "";
  return (
    <span className={styles.words}>
      {row.treatment}
      <small>{[who, done].filter(Boolean).join(" · ")}</small>
    </span>
  );
}
