import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan } from "@/api/me";
import { useCaseId } from "@/lib/caseId";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { FilterTabs } from "@/ui/FilterTabs";
import { Icon } from "@/ui/icons";
import { Instant } from "@/ui/Instant";
import { useOpened } from "@/ui/opened";
import { Card } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { exportHref, toQuery, useTableState } from "@/ui/tableState";
import { EnterCard } from "./EnterCard";
import { ExternalDrawer } from "./ExternalDrawer";
import { type External, intoSession, toneOf, WHATS } from "./types";

/** Recordings, screenshots, chat and attendance of the client's own tool, clips of fixed cameras. */
export function ExternalPart() {
  const { t } = useTranslation();
  const may = useCan()("evidence", "C");
  const caseId = useCaseId();
  const [adding, add] = useState(false);
  const [opened, open] = useOpened("external");
  const state = useTableState("-number", ["what"]);
  const { data, error, refetch } = api.useQuery("get", "/api/evidence/cases/{case_id}/external", {
    params: { path: { case_id: caseId }, query: toQuery(state) },
  });
  const whats = WHATS.map((value) => ({ value, label: t(`external.whats.${value}`) }));
  return (
    <Card
      title={t("evidence.part.external")}
      aside={
        may && (
          <Button type="primary" icon={<Icon name="upload" />} onClick={() => add(!adding)}>
            {t("external.enter")}
          </Button>
        )
      }
    >
      {adding && <EnterCard caseId={caseId} />}
      <DataTable<External>
        label={t("evidence.part.external")}
        columns={useColumns()}
        state={state}
        answer={data}
        error={error}
        retry={() => void refetch()}
        rowKey={({ id }) => id}
        onOpen={({ id }) => open(id)}
        searchPlaceholder={t("external.search")}
        filters={
          <FilterTabs
            label={t("external.what")}
            value={state.filters.what ?? ""}
            onChange={(value) => state.filter("what", value)}
            options={[{ value: "", label: t("evidence.allKinds") }, ...whats]}
          />
        }
        exportHref={exportHref(`/api/evidence/cases/${caseId}/external`, state)}
        empty={
          <EmptyState icon="inbox" title={t("external.emptyTitle")}>
            {t("external.empty")}
          </EmptyState>
        }
      />
      {opened && <ExternalDrawer key={opened} id={opened} onClose={() => open(undefined)} />}
    </Card>
  );
}

function useColumns(): Column<External>[] {
  const { t } = useTranslation();
  return [
    {
      key: "number",
      title: t("evidence.name"),
      sortable: true,
      render: (row) => `${row.code} ${row.name}`,
    },
    {
      key: "origin",
      title: t("evidence.originLabel"),
      bare: true,
      render: () => <StatusTag tone="violet">{t("external.mark")}</StatusTag>,
    },
    {
      key: "what",
      title: t("external.what"),
      sortable: true,
      render: ({ what }) => t(`external.whats.${what}`),
    },
    { key: "tool", title: t("external.tool"), render: ({ tool }) => tool },
    {
      key: "starts_at",
      title: t("external.onOurClock"),
      sortable: true,
      render: ({ starts_at }) => <Instant at={starts_at} seconds />,
    },
    {
      key: "session",
      title: t("external.session"),
      render: ({ session_seconds: seconds, plan_item }) =>
        seconds === null ? "" : `${plan_item} ${intoSession(seconds)}`,
    },
    {
      key: "read_state",
      title: t("external.timeline"),
      sortable: true,
      render: (row) =>
        row.read_state !== "not_a_table" && (
          <StatusTag tone={toneOf(row)}>{t(`external.read.${row.read_state}`)}</StatusTag>
        ),
    },
  ];
}
