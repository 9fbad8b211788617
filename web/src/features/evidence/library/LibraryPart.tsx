import { Button, Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan } from "@/api/me";
import { useCaseId } from "@/lib/caseId";
import { clausesText } from "@/lib/clauses";
import { bytes, evidenceKey } from "@/lib/evidence";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { FilterTabs } from "@/ui/FilterTabs";
import { Instant } from "@/ui/Instant";
import { Card } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import type { Column } from "@/ui/columns";
import { Icon } from "@/ui/icons";
import { useOpened } from "@/ui/opened";
import { exportHref, toQuery, useTableState } from "@/ui/tableState";
import { Take } from "../parcels/Take";
import { Uploader } from "../transfer/Uploader";
import { ItemDrawer } from "./ItemDrawer";
import { Thumbnails } from "./Thumbnails";
import { Timeline } from "./Timeline";
import { type Item, KINDS, STATES, toneOf } from "./types";

const VIEWS = ["list", "grid", "time"] as const;

/** Everything that came into the record of an audit. */
export function LibraryPart() {
  const may = useCan()("evidence", "C");
  const [adding, add] = useState(false);
  const [chosen, choose] = useState<readonly string[]>([]);
  const { t } = useTranslation();
  const caseId = useCaseId();
  const state = useTableState("-number", ["kind", "state"]);
  const [view = "list", show] = useOpened("view");
  const [opened, open] = useOpened("item");
  const { data, error, refetch } = api.useQuery("get", "/api/evidence/cases/{case_id}/items", {
    params: { path: { case_id: caseId }, query: toQuery(state) },
  });
  const kinds = KINDS.map((value) => ({ value, label: t(evidenceKey.kind(value)) }));
  const list = { items: data?.items ?? [], onOpen: open };
  const drawn = {
    grid: <Thumbnails {...list} />,
    time: <Timeline {...list} />,
  }[view];
  const states = STATES.map((value) => ({ value, label: t(evidenceKey.state(value)) }));
  return (
    <Card
      title={t("evidence.part.library")}
      aside={
        may && (
          <Button type="primary" icon={<Icon name="upload" />} onClick={() => add(!adding)}>
            {t("transfer.handOver")}
          </Button>
        )
      }
    >
      {adding && <Uploader caseId={caseId} onSealed={() => void refetch()} />}
      <DataTable<Item>
        label={t("evidence.part.library")}
        columns={useColumns()}
        state={state}
        answer={data}
        error={error}
        retry={() => void refetch()}
        rowKey={({ id }) => id}
        onOpen={({ id }) => open(id)}
        selection={{ keys: chosen, onChange: choose, may: ({ is_readable }) => is_readable }}
        searchPlaceholder={t("evidence.search")}
        filters={
          <>
            <FilterTabs
              label={t("evidence.kindLabel")}
              value={state.filters.kind ?? ""}
              onChange={(value) => state.filter("kind", value)}
              options={[{ value: "", label: t("evidence.allKinds") }, ...kinds]}
            />
            <Select
              aria-label={t("evidence.stateLabel")}
              value={state.filters.state ?? ""}
              onChange={(value) => state.filter("state", value)}
              options={[{ value: "", label: t("evidence.allStates") }, ...states]}
            />
            <Segmented
              aria-label={t("evidence.view.label")}
              value={view}
              onChange={(value) => show(value === "list" ? undefined : value)}
              options={VIEWS.map((value) => ({ value, label: t(`evidence.view.${value}`) }))}
            />
          </>
        }
        shownAs={drawn}
        exportHref={exportHref(`/api/evidence/cases/${caseId}/items`, state)}
        empty={
          <EmptyState icon="shield" title={t("evidence.emptyTitle")}>
            {t("evidence.empty")}
          </EmptyState>
        }
      />
      {data && data.total > 0 && <Take caseId={caseId} ids={chosen} />}
      {opened && <ItemDrawer key={opened} id={opened} onClose={() => open(undefined)} />}
    </Card>
  );
}

function useColumns(): Column<Item>[] {
  const { t } = useTranslation();
  return [
    {
      key: "number",
      title: t("evidence.name"),
      sortable: true,
      render: (row) => `${row.code} ${row.name}`,
    },
    {
      key: "state",
      title: t("evidence.stateLabel"),
      bare: true,
      render: ({ state }) => (
        <StatusTag tone={toneOf(state)}>{t(evidenceKey.state(state))}</StatusTag>
      ),
    },
    {
      key: "kind",
      title: t("evidence.kindLabel"),
      sortable: true,
      render: ({ kind }) => t(evidenceKey.kind(kind)),
    },
    {
      key: "origin",
      title: t("evidence.originLabel"),
      sortable: true,
      render: ({ origin }) => t(evidenceKey.origin(origin)),
    },
    { key: "clauses", title: t("evidence.clauses"), render: ({ clauses }) => clausesText(clauses) },
    { key: "provided", title: t("evidence.provided"), render: (row) => row.provided_name },
    {
      key: "received_at",
      title: t("evidence.received"),
      sortable: true,
      render: ({ received_at }) => <Instant at={received_at} />,
    },
    {
      key: "size",
      title: t("evidence.size"),
      sortable: true,
      align: "right",
      render: ({ size }) => bytes(size),
    },
  ];
}
