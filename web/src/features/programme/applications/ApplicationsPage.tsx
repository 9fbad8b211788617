import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan, useIsClient } from "@/api/me";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { FilterTabs } from "@/ui/FilterTabs";
import { Icon } from "@/ui/icons";
import { Instant } from "@/ui/Instant";
import { ErrorSummary } from "@/ui/Notice";
import { Card, Page } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { exportHref, toQuery, useTableState } from "@/ui/tableState";
import { InviteDrawer } from "./InviteDrawer";
import { type ApplicationLine, type State, STATES, toneOf } from "./types";

const PATH = "/api/programme/applications";

/** Every application that the reader may see: for the body those of all, for a client its own. */
export function ApplicationsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useCan()("applications", "C");
  const isClient = useIsClient();
  const state = useTableState("-created_at", ["state"]);
  const [inviting, setInviting] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const { data, error, refetch } = api.useQuery("get", PATH, {
    params: { query: toQuery(state) },
  });
  const open = (id: string) =>
    void navigate({ to: "/applications/$application", params: { application: id } });
  const begin = () =>
    void client
      .POST(PATH, { body: {} as never })
      .then((answer) => answer.data && open(answer.data.id), setRefusal);
  const create = may && (
    <Button
      type="primary"
      icon={<Icon name="plus" />}
      onClick={isClient ? begin : () => setInviting(true)}
    >
      {t(isClient ? "applications.begin" : "applications.invite")}
    </Button>
  );
  return (
    <Page title={t("shell.nav.applications")} actions={create}>
      <ErrorSummary error={refusal} />
      <Card>
        <DataTable<ApplicationLine>
          label={t("shell.nav.applications")}
          columns={useColumns()}
          state={state}
          answer={data}
          error={error}
          retry={() => void refetch()}
          rowKey={({ id }) => id}
          onOpen={({ id }) => open(id)}
          searchPlaceholder={t("applications.search")}
          filters={
            <FilterTabs
              label={t("applications.stateLabel")}
              value={state.filters.state ?? ""}
              onChange={(value) => state.filter("state", value || undefined)}
              options={[
                { value: "", label: t("applications.all") },
                { value: "open", label: t("applications.open") },
                ...STATES.slice(1, 5).map((each) => ({
                  value: each,
                  label: t(`applications.state.${each}`),
                })),
              ]}
            />
          }
          exportHref={exportHref(PATH, state)}
          empty={
            <EmptyState icon="audit" title={t("applications.emptyTitle")} action={create}>
              {t(isClient ? "applications.emptyClient" : "applications.empty")}
            </EmptyState>
          }
        />
      </Card>
      {inviting && (
        <InviteDrawer
          onClose={() => setInviting(false)}
          onInvited={() => {
            setInviting(false);
            void refetch();
          }}
        />
      )}
    </Page>
  );
}

function useColumns(): Column<ApplicationLine>[] {
  const { t } = useTranslation();
  return [
    {
      key: "name",
      title: t("applications.field.name"),
      sortable: true,
      render: ({ name, contact_email }) => name || contact_email,
    },
    { key: "number", title: t("applications.number"), sortable: true, render: (row) => row.number },
    {
      key: "schemes",
      title: t("applications.field.schemes"),
      bare: true,
      render: ({ schemes }) =>
        schemes.length > 0 && <StatusTag tone="blue">{schemes.join(" + ")}</StatusTag>,
    },
    {
      key: "people",
      title: t("applications.people"),
      align: "right",
      render: ({ people }) => people || "",
    },
    {
      key: "state",
      title: t("applications.stateLabel"),
      sortable: true,
      bare: true,
      render: ({ state }) => (
        <StatusTag tone={toneOf(state)}>{t(`applications.state.${state as State}`)}</StatusTag>
      ),
    },
    {
      key: "origin",
      title: t("applications.originLabel"),
      render: ({ origin }) => t(`applications.origin.${origin as "public" | "invited" | "client"}`),
    },
    {
      key: "state_at",
      title: t("applications.since"),
      sortable: true,
      render: ({ state_at }) => <Instant at={state_at} />,
    },
  ];
}
