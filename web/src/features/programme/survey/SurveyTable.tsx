import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { FilterTabs } from "@/ui/FilterTabs";
import { Instant } from "@/ui/Instant";
import { StatusTag } from "@/ui/StatusTag";
import { exportHref, type TableState, toQuery, useTableState } from "@/ui/tableState";
import { type SurveySummary, toneOf } from "./types";
import { useSurveyWords } from "./words";

const STATES = ["sent", "answered", "assessed", "closed"] as const;

/** Surveys by client; those of one campaign, or all that the reader may see. */
export function SurveyTable({ campaign }: { campaign?: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const inAddress = useTableState("", ["state"]);
  const state = campaign ? within(inAddress, campaign) : inAddress;
  const { data, error, refetch } = api.useQuery("get", "/api/programme/surveys", {
    params: { query: toQuery(state) },
  });
  const open = ({ id, case_id }: SurveySummary) =>
    case_id
      ? void navigate({ to: "/audits/$case/survey", params: { case: case_id } })
      : void navigate({ to: "/surveys/$survey", params: { survey: id } });
  return (
    <DataTable<SurveySummary>
      label={t("surveys.all")}
      columns={useColumns()}
      state={state}
      answer={data}
      error={error}
      retry={() => void refetch()}
      rowKey={({ id }) => id}
      onOpen={open}
      searchPlaceholder={t("surveys.searchClient")}
      filters={<States state={state} />}
      exportHref={exportHref("/api/programme/surveys", state)}
      empty={
        <EmptyState icon="edit" title={t("surveys.noSurveysTitle")}>
          {t("surveys.noSurveys")}
        </EmptyState>
      }
    />
  );
}

/** The same list, its export included, narrowed to one campaign. */
const within = (state: TableState, campaign: string): TableState => ({
  ...state,
  filters: { ...state.filters, campaign_id: campaign },
});

function States({ state }: { state: TableState }) {
  const { t } = useTranslation();
  const words = useSurveyWords();
  return (
    <FilterTabs
      label={t("surveys.stateLabel")}
      value={state.filters.state ?? ""}
      onChange={(value) => state.filter("state", value)}
      options={[
        { value: "", label: t("surveys.anyState") },
        ...STATES.map((code) => ({ value: code, label: words.state(code) })),
      ]}
    />
  );
}

function useColumns(): Column<SurveySummary>[] {
  const { t } = useTranslation();
  const words = useSurveyWords();
  return [
    { key: "client", title: t("surveys.client"), sortable: true, render: (row) => row.client },
    {
      key: "about",
      title: t("surveys.about"),
      render: (row) => row.campaign || row.case_number,
    },
    {
      key: "state",
      title: t("surveys.stateLabel"),
      sortable: true,
      bare: true,
      render: ({ state }) => <StatusTag tone={toneOf(state)}>{words.state(state)}</StatusTag>,
    },
    { key: "due_on", title: t("surveys.due"), sortable: true, render: (row) => row.due_on ?? "" },
    {
      key: "answered_at",
      title: t("surveys.answeredAt"),
      sortable: true,
      render: ({ answered_at }) => (answered_at ? <Instant at={answered_at} /> : ""),
    },
    { key: "by", title: t("surveys.by"), render: (row) => row.answered_by },
  ];
}
