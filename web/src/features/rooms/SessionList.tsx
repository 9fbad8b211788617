import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan } from "@/api/me";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { FilterTabs } from "@/ui/FilterTabs";
import { StatusTag } from "@/ui/StatusTag";
import { toQuery, useTableState } from "@/ui/tableState";
import { type Summary, TONES } from "./types";

const WHICH = ["open", "coming", "over"] as const;
type Which = (typeof WHICH)[number];

/** Sessions with how things stand in them; whoever may enter finds the door here. */
export function SessionList({ caseId }: { caseId?: string }) {
  const { t } = useTranslation();
  const state = useTableState("starts_at", ["which"]);
  const which = (state.filters.which ?? "") as Which | "";
  const query = { ...toQuery(state), which, ...(caseId ? { case: caseId } : {}) };
  const { data, error, refetch } = api.useQuery("get", "/api/rooms/sessions", {
    params: { query },
  });
  const filters = (
    <FilterTabs
      label={t("rooms.stateTitle")}
      value={which}
      options={[
        { value: "", label: t("rooms.all") },
        ...WHICH.map((value) => ({ value, label: t(`rooms.which.${value}`) })),
      ]}
      onChange={(value) => state.filter("which", value)}
    />
  );
  return (
    <DataTable<Summary>
      label={t("rooms.title")}
      columns={useColumns(!caseId)}
      state={state}
      answer={data}
      error={error}
      retry={() => void refetch()}
      rowKey={({ id }) => id}
      filters={filters}
      empty={
        <EmptyState icon="calendar" title={t("rooms.none")}>
          {t("rooms.noneText")}
        </EmptyState>
      }
    />
  );
}

function useColumns(withCase: boolean): Column<Summary>[] {
  const { t } = useTranslation();
  const mayEnter = useCan()("sessions", "join");
  const isOver = ({ state }: Summary) => state === "ended" || state === "cancelled";
  const audit: Column<Summary> = {
    key: "case",
    title: t("rooms.case"),
    sortable: true,
    render: ({ case_number: number, client }) => `${number} ${client}`,
  };
  return [
    {
      key: "title",
      title: t("rooms.one"),
      render: ({ title, kind }) => title || t(`rooms.kind.${kind}`),
    },
    {
      key: "starts_at",
      title: t("rooms.when"),
      sortable: true,
      render: ({ local_start: start, local_end: end, zone }) => (
        <span title={zone}>
          {start.replace("T", " ")}–{end.slice(11)}
        </span>
      ),
    },
    ...(withCase ? [audit] : []),
    {
      key: "state",
      title: t("rooms.stateTitle"),
      bare: true,
      sortable: true,
      render: ({ state }) => <StatusTag tone={TONES[state]}>{t(`rooms.state.${state}`)}</StatusTag>,
    },
    { key: "present", title: t("rooms.there"), align: "right", render: (row) => row.present },
    {
      key: "waiting",
      title: t("rooms.waitingTitle"),
      align: "right",
      render: (row) => row.waiting,
    },
    {
      key: "door",
      title: t("rooms.enter"),
      render: (row) => (
        <Link to="/rooms/$case/$session" params={{ case: row.case_id, session: row.id }}>
          {t(mayEnter && !isOver(row) ? "rooms.enter" : "rooms.look")}
        </Link>
      ),
    },
  ];
}
