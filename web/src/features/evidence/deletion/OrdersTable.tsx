import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Instant } from "@/ui/Instant";
import { StatusTag } from "@/ui/StatusTag";
import { exportHref, toQuery, useTableState } from "@/ui/tableState";
import { type Order, TONES } from "./types";

const PATH = "/api/evidence/deletion-orders";

/** Every order of the body, the newest first. */
export function OrdersTable() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const state = useTableState("", ["view"]);
  const { data, error, refetch } = api.useQuery("get", PATH, { params: { query: toQuery(state) } });
  return (
    <DataTable<Order>
      label={t("deletion.orders")}
      columns={useColumns()}
      state={state}
      answer={data}
      error={error}
      retry={() => void refetch()}
      rowKey={({ id }) => id}
      onOpen={({ case_id }) => void navigate({ to: `/audits/${case_id}/evidence/deletion` })}
      exportHref={exportHref(PATH, state)}
      empty={
        <EmptyState icon="shield" title={t("deletion.noOrdersTitle")}>
          {t("deletion.noOrders")}
        </EmptyState>
      }
    />
  );
}

function useColumns(): Column<Order>[] {
  const { t } = useTranslation();
  return [
    {
      key: "case",
      title: t("deletion.audit"),
      sortable: true,
      render: (row) => `${row.client} ${row.case}`,
    },
    {
      key: "state",
      title: t("deletion.stand"),
      sortable: true,
      bare: true,
      render: (row) => (
        <StatusTag tone={TONES[row.state]}>{t(`deletion.state.${row.state}`)}</StatusTag>
      ),
    },
    { key: "reason", title: t("deletion.reason"), render: (row) => row.reason },
    {
      key: "ordered_at",
      title: t("deletion.step.ordered"),
      sortable: true,
      render: (row) => <Instant at={row.ordered_at} />,
    },
    {
      key: "certified_at",
      title: t("deletion.step.certified"),
      render: (row) => row.certified_at && <Instant at={row.certified_at} />,
    },
  ];
}
