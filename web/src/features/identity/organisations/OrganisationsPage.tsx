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
import { LinkButton } from "@/ui/LinkButton";
import { useOpened } from "@/ui/opened";
import { Card, Page } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { exportHref, toQuery, useTableState } from "@/ui/tableState";
import { NewDrawer } from "./NewDrawer";
import { OrganisationDrawer } from "./OrganisationDrawer";
import type { Organisation } from "./types";

const FILTERS = ["kind"];

export function OrganisationsPage() {
  const { t } = useTranslation();
  const can = useCan();
  const state = useTableState("name", FILTERS);
  const [opened, open] = useOpened("organisation");
  const [creating, setCreating] = useState(false);
  const { data, error, refetch } = api.useQuery("get", "/api/identity/organisations", {
    params: { query: toQuery(state) },
  });
  const create = can("organisations", "C") && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setCreating(true)}>
      {t("organisations.new")}
    </Button>
  );
  return (
    <Page
      title={t("shell.nav.organisations")}
      actions={
        <>
          {can("people", "C") && (
            <LinkButton href="/import?kind=organisations" icon="upload">
              {t("imports.open")}
            </LinkButton>
          )}
          {create}
        </>
      }
    >
      <Card>
        <DataTable<Organisation>
          label={t("shell.nav.organisations")}
          columns={useColumns()}
          state={state}
          answer={data}
          error={error}
          retry={() => void refetch()}
          rowKey={({ id }) => id}
          onOpen={({ id }) => open(id)}
          searchPlaceholder={t("organisations.search")}
          filters={
            <FilterTabs
              label={t("organisations.kind")}
              value={state.filters.kind ?? ""}
              onChange={(kind) => state.filter("kind", kind)}
              options={[
                { value: "", label: t("organisations.all") },
                { value: "client", label: t("organisations.clients") },
                { value: "authority", label: t("organisations.authorities") },
              ]}
            />
          }
          exportHref={exportHref("/api/identity/organisations", state)}
          empty={
            <EmptyState icon="organisation" title={t("organisations.emptyTitle")} action={create}>
              {t("organisations.empty")}
            </EmptyState>
          }
        />
      </Card>
      {creating && (
        <NewDrawer
          onClose={() => setCreating(false)}
          onCreated={(id) => {
            setCreating(false);
            open(id);
          }}
        />
      )}
      {opened && <OrganisationDrawer key={opened} id={opened} onClose={() => open(undefined)} />}
    </Page>
  );
}

function useColumns(): Column<Organisation>[] {
  const { t } = useTranslation();
  return [
    { key: "name", title: t("organisations.name"), sortable: true, render: (row) => row.name },
    {
      key: "kind",
      title: t("organisations.kind"),
      sortable: true,
      bare: true,
      render: ({ kind }) => (
        <StatusTag tone={kind === "client" ? "blue" : "violet"}>
          {t(kind === "client" ? "organisations.client" : "organisations.authority")}
        </StatusTag>
      ),
    },
    {
      key: "credit_code",
      title: t("organisations.creditCode"),
      render: (row) => row.credit_code,
    },
    { key: "covers", title: t("organisations.covers"), render: (row) => row.covers },
    {
      key: "valid_from",
      title: t("organisations.engaged"),
      sortable: true,
      render: ({ valid_from, valid_to }) =>
        valid_to
          ? t("organisations.period", { from: valid_from, to: valid_to })
          : t("organisations.since", { from: valid_from }),
    },
    {
      key: "state",
      title: t("organisations.state"),
      bare: true,
      render: ({ is_in_force }) => (
        <StatusTag tone={is_in_force ? "ok" : "grey"}>
          {t(is_in_force ? "organisations.inForce" : "organisations.ended")}
        </StatusTag>
      ),
    },
  ];
}
