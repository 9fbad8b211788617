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
import { useOpened } from "@/ui/opened";
import { Card, Page } from "@/ui/Page";
import { exportHref, toQuery, useTableState } from "@/ui/tableState";
import { NewToolDrawer } from "./NewToolDrawer";
import { ToolDrawer, ToolTags } from "./ToolDrawer";
import { ASPECTS, type Tool } from "./types";
import { useToolWords } from "./words";

/** The tools of remote audits, and what they are good for. */
export function ToolsPage() {
  const { t } = useTranslation();
  const may = useCan()("programme", "C");
  const state = useTableState("name", ["whose"]);
  const [opened, open] = useOpened("tool");
  const [creating, setCreating] = useState(false);
  const { data, error, refetch } = api.useQuery("get", "/api/programme/tools", {
    params: { query: toQuery(state) },
  });
  const create = may && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setCreating(true)}>
      {t("tools.new")}
    </Button>
  );
  return (
    <Page title={t("shell.nav.tools")} actions={create}>
      <Card>
        <DataTable<Tool>
          label={t("shell.nav.tools")}
          columns={useColumns()}
          state={state}
          answer={data}
          error={error}
          retry={() => void refetch()}
          rowKey={({ id }) => id}
          onOpen={({ id }) => open(id)}
          searchPlaceholder={t("tools.search")}
          filters={
            <FilterTabs
              label={t("tools.whose")}
              value={state.filters.whose ?? ""}
              onChange={(value) => state.filter("whose", value)}
              options={[
                { value: "", label: t("tools.all") },
                { value: "body", label: t("tools.ours") },
                { value: "client", label: t("tools.clients") },
              ]}
            />
          }
          exportHref={exportHref("/api/programme/tools", state)}
          empty={
            <EmptyState icon="device" title={t("tools.emptyTitle")} action={create}>
              {t("tools.empty")}
            </EmptyState>
          }
        />
      </Card>
      {creating && (
        <NewToolDrawer
          onClose={() => setCreating(false)}
          onCreated={(id) => {
            setCreating(false);
            open(id);
          }}
        />
      )}
      {opened && <ToolDrawer key={opened} id={opened} onClose={() => open(undefined)} />}
    </Page>
  );
}

function useColumns(): Column<Tool>[] {
  const { t } = useTranslation();
  const words = useToolWords();
  return [
    { key: "name", title: t("tools.name"), sortable: true, render: (row) => row.name },
    { key: "state", title: t("tools.state"), bare: true, render: (row) => <ToolTags of={row} /> },
    {
      key: "kind",
      title: t("tools.kindLabel"),
      sortable: true,
      render: ({ kind }) => words.kind(kind),
    },
    { key: "whose", title: t("tools.whose"), render: ({ client }) => client || t("tools.ours") },
    ...ASPECTS.map(
      (aspect): Column<Tool> => ({
        key: aspect,
        title: words.aspect(aspect),
        align: "right",
        render: ({ newest }) => newest?.scores.find((one) => one.aspect === aspect)?.score ?? "",
      }),
    ),
    {
      key: "total",
      title: t("tools.total"),
      align: "right",
      render: ({ newest }) => newest?.total.toFixed(2) ?? "",
    },
    { key: "review", title: t("tools.review"), render: ({ newest }) => newest?.review_by ?? "" },
  ];
}
