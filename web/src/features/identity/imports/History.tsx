import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { Instant } from "@/ui/Instant";
import { Card } from "@/ui/Page";
import { StatusTag, type TagTone } from "@/ui/StatusTag";
import { toQuery, useTableState } from "@/ui/tableState";
import { isKind, type Summary } from "./types";

const TONES: Record<string, TagTone> = { checked: "blue", confirmed: "ok", undone: "grey" };

/** Earlier workbooks: an unconfirmed one can be finished, a confirmed one undone. */
export function History({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const state = useTableState("-created_at");
  const { data, error, refetch } = api.useQuery("get", "/api/identity/imports", {
    params: { query: toQuery(state) },
  });
  const columns = useColumns();
  if (data?.total === 0) return null;
  return (
    <Card title={t("imports.history")}>
      <DataTable<Summary>
        label={t("imports.history")}
        columns={columns}
        state={state}
        answer={data}
        error={error}
        retry={() => void refetch()}
        rowKey={({ id }) => id}
        onOpen={({ id }) => onOpen(id)}
        empty={null}
      />
    </Card>
  );
}

const STATES = ["checked", "confirmed", "undone"] as const;

function useColumns(): Column<Summary>[] {
  const { t } = useTranslation();
  const stateName = (state: string) => {
    const known = STATES.find((one) => one === state);
    return known ? t(`imports.state.${known}`) : state;
  };
  return [
    { key: "file_name", title: t("imports.file"), render: (row) => row.file_name },
    {
      key: "state",
      title: t("imports.result"),
      bare: true,
      render: ({ state }) => (
        <StatusTag tone={TONES[state] ?? "grey"}>{stateName(state)}</StatusTag>
      ),
    },
    {
      key: "kind",
      title: t("imports.what"),
      render: ({ kind }) => (isKind(kind) ? t(`imports.kind.${kind}`) : kind),
    },
    { key: "created_by", title: t("imports.by"), render: (row) => row.created_by },
    { key: "created_at", title: t("imports.at"), render: (row) => <Instant at={row.created_at} /> },
  ];
}
