import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan } from "@/api/me";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Icon } from "@/ui/icons";
import { LinkButton } from "@/ui/LinkButton";
import { useOpened } from "@/ui/opened";
import { Card, Page } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { exportHref, toQuery, useTableState } from "@/ui/tableState";
import { NewSiteDrawer } from "./NewSiteDrawer";
import { SiteDrawer } from "./SiteDrawer";
import type { Site, SiteKind } from "./types";

/** Where the clients work; the headcounts behind every audit time. */
export function SitesPage() {
  const { t } = useTranslation();
  const may = useCan()("programme", "C");
  const state = useTableState("client");
  const [opened, open] = useOpened("site");
  const [creating, setCreating] = useState(false);
  const { data, error, refetch } = api.useQuery("get", "/api/programme/sites", {
    params: { query: toQuery(state) },
  });
  const create = may && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setCreating(true)}>
      {t("sites.new")}
    </Button>
  );
  return (
    <Page
      title={t("shell.nav.sites")}
      actions={
        may && (
          <>
            <LinkButton href="/import?kind=sites" icon="upload">
              {t("imports.open")}
            </LinkButton>
            {create}
          </>
        )
      }
    >
      <Card>
        <DataTable<Site>
          label={t("shell.nav.sites")}
          columns={useColumns()}
          state={state}
          answer={data}
          error={error}
          retry={() => void refetch()}
          rowKey={({ id }) => id}
          onOpen={({ id }) => open(id)}
          searchPlaceholder={t("sites.search")}
          exportHref={exportHref("/api/programme/sites", state)}
          empty={
            <EmptyState icon="organisation" title={t("sites.emptyTitle")} action={create}>
              {t("sites.empty")}
            </EmptyState>
          }
        />
      </Card>
      {creating && (
        <NewSiteDrawer
          onClose={() => setCreating(false)}
          onCreated={(id) => {
            setCreating(false);
            open(id);
          }}
        />
      )}
      {opened && <SiteDrawer key={opened} id={opened} onClose={() => open(undefined)} />}
    </Page>
  );
}

function useColumns(): Column<Site>[] {
  const { t } = useTranslation();
  return [
    { key: "name", title: t("sites.name"), sortable: true, render: (row) => row.name },
    { key: "client", title: t("sites.client"), sortable: true, render: (row) => row.client },
    {
      key: "kind",
      title: t("sites.kindLabel"),
      sortable: true,
      bare: true,
      render: ({ kind }) => (
        <StatusTag tone="blue">{t(`sites.kind.${kind as SiteKind}`)}</StatusTag>
      ),
    },
    { key: "people", title: t("sites.people"), align: "right", render: (row) => row.people },
    { key: "processes", title: t("sites.processes"), render: (row) => row.processes },
    {
      key: "state",
      title: t("sites.state"),
      bare: true,
      render: ({ is_active, is_central }) => (
        <>
          <StatusTag tone={is_active ? "ok" : "grey"}>
            {t(is_active ? "sites.active" : "sites.closed")}
          </StatusTag>{" "}
          {is_central && <StatusTag tone="violet">{t("sites.centralShort")}</StatusTag>}
        </>
      ),
    },
  ];
}
