import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan } from "@/api/me";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { LinkButton } from "@/ui/LinkButton";
import { Card, Page } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { exportHref, toQuery, useTableState } from "@/ui/tableState";
import type { CourseKind, Result, Training } from "./types";

/** Who was trained in what, by person and by course. */
export function RecordsPanel({ tabs }: { tabs: ReactNode }) {
  const { t } = useTranslation();
  const may = useCan()("competence", "A");
  const state = useTableState("-held_on");
  const { data, error, refetch } = api.useQuery("get", "/api/programme/training/records", {
    params: { query: toQuery(state) },
  });
  const load = may && (
    <LinkButton href="/import?kind=training" icon="upload">
      {t("imports.open")}
    </LinkButton>
  );
  return (
    <Page title={t("shell.nav.training")} actions={load}>
      <Card>
        {tabs}
        <DataTable<Training>
          label={t("training.tab.records")}
          columns={useColumns()}
          state={state}
          answer={data}
          error={error}
          retry={() => void refetch()}
          rowKey={({ id }) => id}
          searchPlaceholder={t("training.searchRecords")}
          exportHref={exportHref("/api/programme/training/records", state)}
          empty={
            <EmptyState icon="journal" title={t("training.noRecords")} action={load}>
              {t("training.noRecordsNote")}
            </EmptyState>
          }
        />
      </Card>
    </Page>
  );
}

export const RESULT_TONES = { passed: "ok", attended: "blue", failed: "bad" } as const;

function useColumns(): Column<Training>[] {
  const { t } = useTranslation();
  return [
    { key: "person", title: t("training.person"), sortable: true, render: (row) => row.person },
    { key: "course", title: t("training.course"), sortable: true, render: (row) => row.course },
    {
      key: "result",
      title: t("training.resultLabel"),
      sortable: true,
      bare: true,
      render: ({ result }) => (
        <StatusTag tone={RESULT_TONES[result as Result]}>
          {t(`training.result.${result as Result}`)}
        </StatusTag>
      ),
    },
    { key: "held_on", title: t("training.heldOn"), sortable: true, render: (row) => row.held_on },
    { key: "hours", title: t("training.hours"), align: "right", render: (row) => row.hours },
    {
      key: "provider",
      title: t("training.provider"),
      render: ({ kind, provider }) => provider || t(`training.courseKind.${kind as CourseKind}`),
    },
    {
      key: "number",
      title: t("training.certificate"),
      render: ({ certificate_number: number }) => number,
    },
    {
      key: "confirms",
      title: t("training.confirms"),
      render: ({ confirms, confirmed_area: area, confirmed_until: day }) =>
        [confirms, area && day ? t("training.until", { day }) : ""].filter(Boolean).join(" · "),
    },
  ];
}
