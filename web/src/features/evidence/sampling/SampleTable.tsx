import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCaseId } from "@/lib/caseId";
import { clausesText } from "@/lib/clauses";
import { samplingKey } from "@/lib/sampling";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Instant } from "@/ui/Instant";
import { StatusTag } from "@/ui/StatusTag";
import { exportHref, toQuery, useTableState } from "@/ui/tableState";
import styles from "./sampling.module.css";
import { type Sample, toneOf } from "./types";

/** Every sample of the audit, the latest first. */
export function SampleTable({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const case_id = useCaseId();
  const state = useTableState("-number", []);
  const { data, error, refetch } = api.useQuery("get", "/api/evidence/cases/{case_id}/samples", {
    params: { path: { case_id }, query: toQuery(state) },
  });
  return (
    <DataTable<Sample>
      label={t("sampling.title")}
      columns={useColumns()}
      state={state}
      answer={data}
      error={error}
      retry={() => void refetch()}
      rowKey={({ id }) => id}
      onOpen={({ id }) => onOpen(id)}
      exportHref={data?.total ? exportHref(`/api/evidence/cases/${case_id}/samples`, state) : ""}
      empty={
        <EmptyState icon="filter" title={t("sampling.emptyTitle")}>
          {t("sampling.empty")}
        </EmptyState>
      }
    />
  );
}

function useColumns(): Column<Sample>[] {
  const { t } = useTranslation();
  return [
    {
      key: "number",
      title: t("sampling.what"),
      sortable: true,
      render: ({ code, what }) => (
        <span className={styles.what}>
          <strong>{code}</strong> {what}
        </span>
      ),
    },
    {
      key: "state",
      title: t("sampling.stateLabel"),
      bare: true,
      render: ({ state }) => (
        <StatusTag tone={toneOf(state)}>{t(samplingKey.state(state))}</StatusTag>
      ),
    },
    { key: "clauses", title: t("sampling.clauses"), render: ({ clauses }) => clausesText(clauses) },
    { key: "drawn", title: t("sampling.drawn"), render: ({ drawn }) => drawn || "–" },
    { key: "rounds", title: t("sampling.rounds"), render: ({ rounds }) => rounds || "–" },
    {
      key: "committed_at",
      title: t("sampling.committed"),
      sortable: true,
      render: ({ committed_at, committed_by }) => (
        <>
          {committed_by} · <Instant at={committed_at} />
        </>
      ),
    },
  ];
}
