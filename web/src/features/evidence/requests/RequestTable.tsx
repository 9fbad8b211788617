import { Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCaseId } from "@/lib/caseId";
import { clausesText } from "@/lib/clauses";
import { clauseOf, requestKey } from "@/lib/requests";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Instant } from "@/ui/Instant";
import { StatusTag } from "@/ui/StatusTag";
import type { Column } from "@/ui/columns";
import { exportHref, type TableState, toQuery, useTableState } from "@/ui/tableState";
import styles from "./requests.module.css";
import { PHASES, type Request, STATES } from "./types";
import { RequestState } from "./RequestState";

/** Every request of the audit: filtered by state, phase and clause. */
export function RequestTable({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const caseId = useCaseId();
  const state = useTableState("-number", ["state", "phase", "scheme", "clause", "due"]);
  const { data, error, refetch } = api.useQuery("get", "/api/evidence/cases/{case_id}/requests", {
    params: { path: { case_id: caseId }, query: toQuery(state) },
  });
  return (
    <DataTable<Request>
      label={t("evidence.part.requests")}
      columns={useColumns()}
      state={state}
      answer={data}
      error={error}
      retry={() => void refetch()}
      rowKey={({ id }) => id}
      onOpen={({ id }) => onOpen(id)}
      searchPlaceholder={t("requests.search")}
      filters={<Filters state={state} />}
      exportHref={exportHref(`/api/evidence/cases/${caseId}/requests`, state)}
      empty={
        <EmptyState icon="inbox" title={t("requests.emptyTitle")}>
          {t("requests.empty")}
        </EmptyState>
      }
    />
  );
}

function Filters({ state }: { state: TableState }) {
  const { t } = useTranslation();
  const { filters, filter } = state;
  const states = STATES.map((value) => ({ value, label: t(requestKey.state(value)) }));
  const phases = PHASES.map((value) => ({ value, label: t(requestKey.phase(value)) }));
  const byClause = (text: string) => {
    const found = clauseOf(text);
    filter("scheme", found?.scheme);
    filter("clause", found?.clause ?? (text.trim() || undefined));
  };
  return (
    <>
      <Select
        className={styles.filter}
        aria-label={t("requests.stateLabel")}
        value={filters.state ?? ""}
        onChange={(value) => filter("state", value)}
        options={[
          { value: "", label: t("requests.all") },
          { value: "open", label: t("requests.open") },
          ...states,
        ]}
      />
      <Select
        className={styles.filter}
        aria-label={t("requests.phase")}
        value={filters.phase ?? ""}
        onChange={(value) => filter("phase", value)}
        options={[{ value: "", label: t("requests.phase") }, ...phases]}
      />
      <Input
        key={`${filters.scheme} ${filters.clause}`}
        className={styles.filter}
        allowClear
        aria-label={t("requests.clauseFilter")}
        placeholder={t("requests.clauseFilter")}
        defaultValue={[filters.scheme, filters.clause].filter(Boolean).join(" ")}
        onBlur={(event) => byClause(event.target.value)}
        onPressEnter={(event) => byClause(event.currentTarget.value)}
        onClear={() => byClause("")}
      />
    </>
  );
}

function useColumns(): Column<Request>[] {
  const { t } = useTranslation();
  return [
    {
      key: "number",
      title: t("requests.what"),
      sortable: true,
      render: (row) => (
        <span className={styles.what}>
          <strong>{row.code}</strong> {row.what}
        </span>
      ),
    },
    {
      key: "state",
      title: t("requests.stateLabel"),
      sortable: true,
      bare: true,
      render: (row) => <RequestState of={row} />,
    },
    {
      key: "due_at",
      title: t("requests.due"),
      sortable: true,
      render: ({ due_at, zone }) => <Instant at={due_at} zone={zone} />,
    },
    { key: "clauses", title: t("requests.clauses"), render: ({ clauses }) => clausesText(clauses) },
    {
      key: "phase",
      title: t("requests.phase"),
      sortable: true,
      render: ({ phase }) => t(requestKey.phase(phase)),
    },
    {
      key: "asked_name",
      title: t("requests.asked"),
      sortable: true,
      render: ({ asked_name }) => asked_name,
    },
    {
      key: "unread",
      title: t("requests.messages"),
      render: ({ unread }) =>
        unread > 0 && (
          <StatusTag tone="violet">{t("requests.unread", { count: unread })}</StatusTag>
        ),
    },
  ];
}
