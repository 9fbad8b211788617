import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan } from "@/api/me";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { FilterTabs } from "@/ui/FilterTabs";
import { Icon } from "@/ui/icons";
import { Card, Page } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { exportHref, toQuery, useTableState } from "@/ui/tableState";
import { NewCaseDrawer } from "./NewCaseDrawer";
import { type CaseSummary, MODES, toneOf } from "./types";
import { useCaseWords } from "./words";

const FILTERS = ["state", "mode"];

/** Every audit that the reader may see, the most urgent first. */
export function AuditsPage() {
  const { t } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const state = useTableState("due_by", FILTERS);
  const [creating, setCreating] = useState(false);
  const { data, error, refetch } = api.useQuery("get", "/api/programme/cases", {
    params: { query: toQuery(state) },
  });
  const open = (id: string) => void navigate({ to: "/audits/$case", params: { case: id } });
  const create = can("programme", "C") && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setCreating(true)}>
      {t("cases.new")}
    </Button>
  );
  return (
    <Page title={t("shell.nav.audits")} actions={create}>
      <Card>
        <DataTable<CaseSummary>
          label={t("shell.nav.audits")}
          columns={useColumns()}
          state={state}
          answer={data}
          error={error}
          retry={() => void refetch()}
          rowKey={({ id }) => id}
          onOpen={({ id }) => open(id)}
          searchPlaceholder={t("cases.search")}
          filters={<Filters state={state} />}
          exportHref={exportHref("/api/programme/cases", state)}
          empty={
            <EmptyState icon="audit" title={t("cases.emptyTitle")} action={create}>
              {t("cases.empty")}
            </EmptyState>
          }
        />
      </Card>
      {creating && <NewCaseDrawer onClose={() => setCreating(false)} onCreated={open} />}
    </Page>
  );
}

function Filters({ state }: { state: ReturnType<typeof useTableState> }) {
  const { t } = useTranslation();
  const words = useCaseWords();
  return (
    <>
      <FilterTabs
        label={t("cases.stateLabel")}
        value={state.filters.state || "open"}
        onChange={(value) => state.filter("state", value === "open" ? undefined : value)}
        options={[
          { value: "open", label: t("cases.openOnes") },
          { value: "any", label: t("cases.allOnes") },
        ]}
      />
      <FilterTabs
        label={t("cases.modeLabel")}
        value={state.filters.mode ?? ""}
        onChange={(value) => state.filter("mode", value)}
        options={[
          { value: "", label: t("cases.anyMode") },
          ...MODES.map((mode) => ({ value: mode, label: words.mode(mode) })),
        ]}
      />
    </>
  );
}

function useColumns(): Column<CaseSummary>[] {
  const { t } = useTranslation();
  const words = useCaseWords();
  return [
    { key: "client", title: t("cases.client"), sortable: true, render: (row) => row.client },
    { key: "kind", title: t("cases.kindLabel"), sortable: true, render: (row) => words.kind(row) },
    {
      key: "schemes",
      title: t("cases.schemes"),
      bare: true,
      render: ({ schemes }) => <StatusTag tone="blue">{schemes.join(" + ")}</StatusTag>,
    },
    {
      key: "mode",
      title: t("cases.modeLabel"),
      sortable: true,
      bare: true,
      render: ({ mode }) => <StatusTag tone="violet">{words.mode(mode)}</StatusTag>,
    },
    {
      key: "state",
      title: t("cases.stateLabel"),
      sortable: true,
      bare: true,
      render: ({ state }) => <StatusTag tone={toneOf(state)}>{words.state(state)}</StatusTag>,
    },
    {
      key: "starts_on",
      title: t("cases.days"),
      sortable: true,
      render: ({ starts_on, ends_on }) => (starts_on ? `${starts_on} – ${ends_on ?? ""}` : ""),
    },
    {
      key: "due_by",
      title: t("cases.dueBy"),
      sortable: true,
      render: ({ due_by }) => due_by ?? "",
    },
    { key: "number", title: t("cases.number"), sortable: true, render: (row) => row.number },
  ];
}
