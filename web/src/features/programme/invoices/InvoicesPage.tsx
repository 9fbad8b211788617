import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useIsClient } from "@/api/me";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { FilterTabs } from "@/ui/FilterTabs";
import { Card, Page } from "@/ui/Page";
import { exportHref, toQuery, useTableState } from "@/ui/tableState";
import { InvoiceTag } from "./InvoiceTag";
import { type InvoiceSummary, money, STATES } from "./types";

const PATH = "/api/programme/invoices";

/** Every invoice that the reader may see: for the body all, for a client its own issued ones. */
export function InvoicesPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const isClient = useIsClient();
  const state = useTableState("-created_at", ["state"]);
  const { data, error, refetch } = api.useQuery("get", PATH, {
    params: { query: toQuery(state) },
  });
  const states = isClient ? STATES.slice(1) : STATES;
  return (
    <Page title={t("shell.nav.invoices")}>
      <Card>
        <DataTable<InvoiceSummary>
          label={t("shell.nav.invoices")}
          columns={useColumns()}
          state={state}
          answer={data}
          error={error}
          retry={() => void refetch()}
          rowKey={({ id }) => id}
          onOpen={({ id }) => void navigate({ to: "/invoices/$invoice", params: { invoice: id } })}
          searchPlaceholder={t("invoices.search")}
          filters={
            <FilterTabs
              label={t("invoices.stateLabel")}
              value={state.filters.state ?? ""}
              onChange={(value) => state.filter("state", value || undefined)}
              options={[
                { value: "", label: t("invoices.all") },
                ...states.map((each) => ({ value: each, label: t(`invoices.state.${each}`) })),
              ]}
            />
          }
          exportHref={exportHref(PATH, state)}
          empty={
            <EmptyState icon="inbox" title={t("invoices.emptyTitle")}>
              {t(isClient ? "invoices.emptyClient" : "invoices.empty")}
            </EmptyState>
          }
        />
      </Card>
    </Page>
  );
}

function useColumns(): Column<InvoiceSummary>[] {
  const { t } = useTranslation();
  return [
    {
      key: "number",
      title: t("invoices.number"),
      sortable: true,
      render: ({ number }) => number || t("invoices.noNumber"),
    },
    { key: "client", title: t("invoices.client"), sortable: true, render: (row) => row.client },
    { key: "contract", title: t("invoices.contract"), render: (row) => row.contract },
    {
      key: "gross_cents",
      title: t("invoices.gross"),
      sortable: true,
      align: "right",
      render: ({ gross_cents, currency }) => `${money(gross_cents)} ${currency}`,
    },
    {
      key: "state",
      title: t("invoices.stateLabel"),
      sortable: true,
      bare: true,
      render: (row) => <InvoiceTag row={row} />,
    },
    {
      key: "issued_on",
      title: t("invoices.issuedOn"),
      sortable: true,
      render: (row) => row.issued_on,
    },
    { key: "due_on", title: t("invoices.due_on"), sortable: true, render: (row) => row.due_on },
  ];
}
