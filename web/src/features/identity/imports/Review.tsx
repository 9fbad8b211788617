import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { FilterTabs } from "@/ui/FilterTabs";
import { useLocalTable } from "@/ui/localTable";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card, Page } from "@/ui/Page";
import styles from "./imports.module.css";
import { type Fault, faultsOf, rightRows } from "./rows";
import { Steps } from "./Steps";
import type { Import, Row } from "./types";
import { useColumnName, useKind } from "./useKinds";
import { useStep } from "./useStep";

interface ReviewProps {
  batch: Import;
  onLeave: () => void;
}

/** Every row as it was read; nothing is written before it is confirmed. */
export function Review({ batch, onLeave }: ReviewProps) {
  const { t } = useTranslation();
  const { run, busy, error } = useStep();
  const kind = useKind(batch.kind);
  const count = rightRows(batch.rows).length;
  const params = { path: { import_id: batch.id } };
  const confirm = () => run(client.POST("/api/identity/imports/{import_id}/confirm", { params }));
  return (
    <Page
      title={t("imports.review", { kind: kind?.title ?? "" })}
      aside={batch.file_name}
      actions={
        <>
          <Button onClick={onLeave}>{t("imports.another")}</Button>
          {count > 0 && (
            <Button type="primary" loading={busy} onClick={confirm}>
              {t("imports.confirm", { count })}
            </Button>
          )}
        </>
      }
    >
      <Steps at={1} />
      <ErrorSummary error={error} />
      {batch.failure && <Notice tone="bad">{t("imports.failed", { why: batch.failure })}</Notice>}
      <Verdict right={count} faulty={batch.faulty} />
      <Card>
        <Rows batch={batch} />
      </Card>
    </Page>
  );
}

function Verdict({ right, faulty }: { right: number; faulty: number }) {
  const { t } = useTranslation();
  if (right === 0) return <Notice tone="bad">{t("imports.nothingRight")}</Notice>;
  if (faulty === 0) return <Notice tone="ok">{t("imports.allRight", { count: right })}</Notice>;
  return <Notice tone="warn">{t("imports.someRight", { count: right, faulty })}</Notice>;
}

type Shown = "faults" | "right";

/** First what has to be put right, then what goes in. */
function Rows({ batch }: { batch: Import }) {
  const { t } = useTranslation();
  const faults = faultsOf(batch.rows);
  const right = rightRows(batch.rows);
  const [shown, setShown] = useState<Shown>(faults.length > 0 ? "faults" : "right");
  return (
    <>
      {faults.length > 0 && right.length > 0 && (
        <div className={styles.tabs}>
          <FilterTabs
            label={t("imports.shown")}
            value={shown}
            onChange={(value) => setShown(value as Shown)}
            options={[
              { value: "faults", label: t("imports.faults", { count: faults.length }) },
              { value: "right", label: t("imports.right", { count: right.length }) },
            ]}
          />
        </div>
      )}
      {shown === "faults" ? (
        <FaultTable kind={batch.kind} faults={faults} />
      ) : (
        <RightTable kind={batch.kind} rows={right} />
      )}
    </>
  );
}

function FaultTable({ kind, faults }: { kind: string; faults: Fault[] }) {
  const { t } = useTranslation();
  const nameOf = useColumnName(kind);
  const columns: Column<Fault>[] = [
    {
      key: "number",
      title: t("imports.row"),
      render: ({ number }) => t("imports.rowNumber", { number }),
    },
    { key: "field", title: t("imports.columnName"), render: ({ field }) => nameOf(field) },
    { key: "value", title: t("imports.value"), render: ({ value }) => value || t("ui.none") },
    { key: "sentence", title: t("imports.sentence"), render: ({ sentence }) => sentence },
  ];
  return (
    <DataTable<Fault>
      label={t("imports.faultTable")}
      columns={columns}
      {...useLocalTable(faults)}
      rowKey={({ number, field }) => `${number} ${field}`}
    />
  );
}

function RightTable({ kind, rows }: { kind: string; rows: Row[] }) {
  const { t } = useTranslation();
  const columns = (useKind(kind)?.columns ?? []).map(
    ({ field, heading }): Column<Row> => ({
      key: field,
      title: heading,
      render: ({ values }) => values[field] ?? "",
    }),
  );
  return (
    <DataTable<Row>
      label={t("imports.rightTable")}
      columns={columns}
      {...useLocalTable(rows)}
      rowKey={({ number }) => String(number)}
    />
  );
}
