import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan, useMe } from "@/api/me";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { FilterTabs } from "@/ui/FilterTabs";
import { Icon } from "@/ui/icons";
import { Card, Page } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { exportHref, toQuery, useTableState } from "@/ui/tableState";
import { NewCampaignDrawer } from "./NewCampaignDrawer";
import { SurveyTable } from "./SurveyTable";
import { type Campaign, toneOf } from "./types";
import { useSurveyWords } from "./words";

/** Campaigns and surveys of the body; for a client the surveys it was asked. */
export function SurveysPage() {
  const { t } = useTranslation();
  const may = useCan()("surveys", "C");
  const { membership } = useMe();
  const navigate = useNavigate();
  const view = useTableState("", ["view"]);
  const [creating, setCreating] = useState(false);
  const isClient = membership.role === "CC";
  const shows = isClient ? "surveys" : view.filters.view || "campaigns";
  const create = may && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setCreating(true)}>
      {t("surveys.newCampaign")}
    </Button>
  );
  return (
    <Page title={t("shell.nav.surveys")} actions={create}>
      {!isClient && (
        <div>
          <FilterTabs
            label={t("shell.nav.surveys")}
            value={shows}
            onChange={(value) => view.filter("view", value === "campaigns" ? undefined : value)}
            options={[
              { value: "campaigns", label: t("surveys.campaigns") },
              { value: "surveys", label: t("surveys.all") },
            ]}
          />
        </div>
      )}
      <Card>{shows === "campaigns" ? <Campaigns create={create} /> : <SurveyTable />}</Card>
      {creating && (
        <NewCampaignDrawer
          onClose={() => setCreating(false)}
          onCreated={(campaign) =>
            void navigate({ to: "/surveys/campaigns/$campaign", params: { campaign } })
          }
        />
      )}
    </Page>
  );
}

function Campaigns({ create }: { create: React.ReactNode }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const state = useTableState("", ["state"]);
  const { data, error, refetch } = api.useQuery("get", "/api/programme/surveys/campaigns", {
    params: { query: toQuery(state) },
  });
  return (
    <DataTable<Campaign>
      label={t("surveys.campaigns")}
      columns={useColumns()}
      state={state}
      answer={data}
      error={error}
      retry={() => void refetch()}
      rowKey={({ id }) => id}
      onOpen={({ id }) =>
        void navigate({ to: "/surveys/campaigns/$campaign", params: { campaign: id } })
      }
      searchPlaceholder={t("surveys.searchCampaign")}
      exportHref={exportHref("/api/programme/surveys/campaigns", state)}
      empty={
        <EmptyState icon="audit" title={t("surveys.emptyTitle")} action={create}>
          {t("surveys.empty")}
        </EmptyState>
      }
    />
  );
}

function useColumns(): Column<Campaign>[] {
  const { t } = useTranslation();
  const words = useSurveyWords();
  return [
    { key: "title", title: t("surveys.title"), sortable: true, render: (row) => row.title },
    {
      key: "state",
      title: t("surveys.stateLabel"),
      sortable: true,
      bare: true,
      render: ({ state }) => <StatusTag tone={toneOf(state)}>{words.campaign(state)}</StatusTag>,
    },
    { key: "recipients", title: t("surveys.recipients"), render: (row) => row.recipients },
    {
      key: "answered",
      title: t("surveys.answeredCount"),
      render: ({ answered, recipients }) => `${answered} / ${recipients}`,
    },
    {
      key: "due_on",
      title: t("surveys.due"),
      sortable: true,
      render: ({ due_on }) => due_on ?? "",
    },
  ];
}
