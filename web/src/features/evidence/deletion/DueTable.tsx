import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { dayIn, HERE } from "@/lib/instant";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Instant } from "@/ui/Instant";
import { StatusTag } from "@/ui/StatusTag";
import { exportHref, toQuery, useTableState } from "@/ui/tableState";
import type { Due } from "./types";

const PATH = "/api/evidence/due-deletions";

/** Audits that are over and whose evidence is still there, the longest over first. */
export function DueTable() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const state = useTableState("", ["view"]);
  const { data, error, refetch } = api.useQuery("get", PATH, { params: { query: toQuery(state) } });
  return (
    <DataTable<Due>
      label={t("deletion.dueList")}
      columns={useColumns()}
      state={state}
      answer={data}
      error={error}
      retry={() => void refetch()}
      rowKey={({ case_id }) => case_id}
      onOpen={({ case_id }) => void navigate({ to: `/audits/${case_id}/evidence/deletion` })}
      exportHref={exportHref(PATH, state)}
      empty={
        <EmptyState icon="shield" title={t("deletion.noneDueTitle")}>
          {t("deletion.noneDue")}
        </EmptyState>
      }
    />
  );
}

function useColumns(): Column<Due>[] {
  const { t } = useTranslation();
  return [
    {
      key: "case",
      title: t("deletion.audit"),
      sortable: true,
      render: (row) => `${row.client} ${row.case}`,
    },
    {
      key: "due",
      title: t("deletion.due"),
      bare: true,
      render: (row) => (
        <StatusTag tone={row.due_on < dayIn(HERE) ? "bad" : "grey"}>{row.due_on}</StatusTag>
      ),
    },
    {
      key: "closed_at",
      title: t("deletion.over"),
      sortable: true,
      render: (row) => <Instant at={row.closed_at} />,
    },
    { key: "items", title: t("deletion.items"), render: (row) => row.items },
    {
      key: "is_held",
      title: t("deletion.stand"),
      bare: true,
      render: (row) => {
        if (row.is_held) return <StatusTag tone="bad">{t("deletion.held")}</StatusTag>;
        return row.is_ordered && <StatusTag tone="blue">{t("deletion.isOrdered")}</StatusTag>;
      },
    },
  ];
}
