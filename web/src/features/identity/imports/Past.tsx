import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Instant } from "@/ui/Instant";
import { Card } from "@/ui/Page";
import { StatusTag, type TagTone } from "@/ui/StatusTag";
import { toQuery, useTableState } from "@/ui/tableState";
import type { Summary } from "./types";
import { useKinds } from "./useKinds";

const TONES = {
  checked: "warn",
  confirming: "blue",
  reverting: "warn",
  confirmed: "ok",
  undoing: "blue",
  undone: "grey",
} satisfies Record<string, TagTone>;
type State = keyof typeof TONES;
const stateOf = (text: string): State => (text in TONES ? (text as State) : "checked");

/** Earlier imports: to confirm one left open, or to take one back. */
export function Past({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const state = useTableState("-created_at");
  const { data, error, refetch } = api.useQuery("get", "/api/identity/imports", {
    params: { query: toQuery(state) },
  });
  return (
    <Card title={t("imports.past")}>
      <DataTable<Summary>
        label={t("imports.past")}
        columns={useColumns()}
        state={state}
        answer={data}
        error={error}
        retry={() => void refetch()}
        rowKey={({ id }) => id}
        onOpen={({ id }) => onOpen(id)}
        empty={
          <EmptyState icon="upload" title={t("imports.emptyTitle")}>
            {t("imports.empty")}
          </EmptyState>
        }
      />
    </Card>
  );
}

function useColumns(): Column<Summary>[] {
  const { t } = useTranslation();
  const kinds = useKinds();
  return [
    { key: "file_name", title: t("imports.file"), render: (row) => row.file_name },
    {
      key: "state",
      title: t("imports.stateName"),
      sortable: true,
      bare: true,
      render: ({ state }) => (
        <StatusTag tone={TONES[stateOf(state)]}>{t(`imports.state.${stateOf(state)}`)}</StatusTag>
      ),
    },
    {
      key: "kind",
      title: t("imports.what"),
      sortable: true,
      render: ({ kind }) => kinds.find(({ name }) => name === kind)?.title ?? kind,
    },
    { key: "created_by", title: t("imports.by"), render: (row) => row.created_by },
    {
      key: "created_at",
      title: t("imports.at"),
      sortable: true,
      render: (row) => <Instant at={row.created_at} />,
    },
  ];
}
