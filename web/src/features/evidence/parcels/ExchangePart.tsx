import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan } from "@/api/me";
import { useCaseId } from "@/lib/caseId";
import { bytes, evidenceKey } from "@/lib/evidence";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { FilterTabs } from "@/ui/FilterTabs";
import { Instant } from "@/ui/Instant";
import { useOpened } from "@/ui/opened";
import { Card } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { exportHref, toQuery, useTableState } from "@/ui/tableState";
import { ItemDrawer } from "../library/ItemDrawer";
import { ParcelDrawer } from "./ParcelDrawer";
import { type HandedIn, type Parcel, toneOf } from "./types";

/** What was handed from whom to whom: into the audit, and out of it. */
export function ExchangePart() {
  const { t } = useTranslation();
  const mayOut = useCan()("parcels", "R");
  const [way, go] = useOpened("way");
  const isOut = mayOut && way === "out";
  return (
    <Card
      title={t("evidence.part.exchange")}
      aside={
        mayOut && (
          <FilterTabs
            label={t("parcels.way")}
            value={isOut ? "out" : "in"}
            onChange={(value) => go(value === "out" ? value : undefined)}
            options={[
              { value: "in", label: t("parcels.in") },
              { value: "out", label: t("parcels.out") },
            ]}
          />
        )
      }
    >
      {isOut ? <Out /> : <In />}
    </Card>
  );
}

function In() {
  const { t } = useTranslation();
  const caseId = useCaseId();
  const state = useTableState("-number");
  const [opened, open] = useOpened("item");
  const { data, error, refetch } = api.useQuery("get", "/api/evidence/cases/{case_id}/handed-in", {
    params: { path: { case_id: caseId }, query: toQuery(state) },
  });
  const columns: Column<HandedIn>[] = [
    {
      key: "number",
      title: t("evidence.name"),
      sortable: true,
      render: (row) => `${row.code} ${row.name}`,
    },
    {
      key: "provided",
      title: t("parcels.from"),
      sortable: true,
      render: (row) => [row.provided_name, row.provided_by].filter(Boolean).join(" · "),
    },
    {
      key: "origin",
      title: t("evidence.originLabel"),
      render: ({ origin }) => t(evidenceKey.origin(origin)),
    },
    { key: "requests", title: t("parcels.requests"), render: (row) => row.requests.join("、") },
    {
      key: "received_at",
      title: t("evidence.received"),
      sortable: true,
      render: ({ received_at }) => <Instant at={received_at} />,
    },
    { key: "size", title: t("evidence.size"), render: ({ size }) => bytes(size) },
  ];
  return (
    <>
      <DataTable<HandedIn>
        label={t("parcels.in")}
        columns={columns}
        state={state}
        answer={data}
        error={error}
        retry={() => void refetch()}
        rowKey={({ id }) => id}
        onOpen={({ id }) => open(id)}
        exportHref={exportHref(`/api/evidence/cases/${caseId}/handed-in`, state)}
        empty={
          <EmptyState icon="inbox" title={t("parcels.inEmptyTitle")}>
            {t("parcels.inEmpty")}
          </EmptyState>
        }
      />
      {opened && <ItemDrawer key={opened} id={opened} onClose={() => open(undefined)} />}
    </>
  );
}

function Out() {
  const { t } = useTranslation();
  const caseId = useCaseId();
  const state = useTableState("-number");
  const [opened, open] = useOpened("parcel");
  const { data, error, refetch } = api.useQuery("get", "/api/evidence/cases/{case_id}/parcels", {
    params: { path: { case_id: caseId }, query: toQuery(state) },
  });
  const columns: Column<Parcel>[] = [
    {
      key: "number",
      title: t("parcels.one"),
      sortable: true,
      render: (row) => `${row.code} ${row.recipient}`,
    },
    {
      key: "state",
      title: t("evidence.stateLabel"),
      bare: true,
      render: (row) => <StatusTag tone={toneOf(row)}>{t(`parcels.state.${row.state}`)}</StatusTag>,
    },
    { key: "organisation", title: t("parcels.organisation"), render: (row) => row.organisation },
    { key: "from", title: t("parcels.from"), render: (row) => row.packed_name },
    { key: "count", title: t("parcels.count"), render: (row) => row.count },
    { key: "at", title: t("parcels.packedAt"), render: (row) => <Instant at={row.packed_at} /> },
    {
      key: "expires_at",
      title: t("parcels.until"),
      sortable: true,
      render: (row) => <Instant at={row.expires_at} />,
    },
    { key: "by", title: t("parcels.receivedBy"), render: (row) => row.received_name },
  ];
  return (
    <>
      <DataTable<Parcel>
        label={t("parcels.out")}
        columns={columns}
        state={state}
        answer={data}
        error={error}
        retry={() => void refetch()}
        rowKey={({ id }) => id}
        onOpen={({ id }) => open(id)}
        exportHref={exportHref(`/api/evidence/cases/${caseId}/parcels`, state)}
        empty={
          <EmptyState icon="inbox" title={t("parcels.outEmptyTitle")}>
            {t("parcels.outEmpty")}
          </EmptyState>
        }
      />
      {opened && <ParcelDrawer key={opened} id={opened} onClose={() => open(undefined)} />}
    </>
  );
}
