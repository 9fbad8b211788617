import { Select } from "antd";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Card } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { exportHref, toQuery, useTableState } from "@/ui/tableState";
import { DECISIONS, type Decision, type Interest, type InterestKind, STANDING } from "./types";

/** The register of interests: who, to whom, what, and whether it excludes them today. */
export function Register({ onOpen }: { onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  const state = useTableState("", ["decision"]);
  const { data, error, refetch } = api.useQuery("get", "/api/programme/interests", {
    params: { query: toQuery(state) },
  });
  return (
    <Card>
      <DataTable<Interest>
        label={t("impartiality.interests")}
        columns={useColumns()}
        state={state}
        answer={data}
        error={error}
        retry={() => void refetch()}
        rowKey={({ id }) => id}
        onOpen={({ id }) => onOpen(id)}
        searchPlaceholder={t("impartiality.search")}
        filters={
          <Select
            aria-label={t("impartiality.decisionLabel")}
            placeholder={t("impartiality.anyDecision")}
            allowClear
            value={state.filters.decision || undefined}
            popupMatchSelectWidth={false}
            options={["open" as const, ...DECISIONS].map((value) => ({
              value,
              label: t(`impartiality.decision.${value}`),
            }))}
            onChange={(chosen?: string) => state.filter("decision", chosen)}
          />
        }
        exportHref={exportHref("/api/programme/interests", state)}
        empty={
          <EmptyState icon="shield" title={t("impartiality.emptyTitle")}>
            {t("impartiality.empty")}
          </EmptyState>
        }
      />
    </Card>
  );
}

function useColumns(): Column<Interest>[] {
  const { t } = useTranslation();
  return [
    { key: "person", title: t("impartiality.person"), sortable: true, render: (row) => row.person },
    { key: "client", title: t("impartiality.client"), sortable: true, render: (row) => row.client },
    {
      key: "kind",
      title: t("impartiality.kindLabel"),
      sortable: true,
      render: ({ kind }) => t(`impartiality.kind.${kind as InterestKind}`),
    },
    {
      key: "standing",
      title: t("impartiality.standingLabel"),
      bare: true,
      render: ({ standing }) => (
        <StatusTag tone={STANDING[standing]}>{t(`impartiality.standing.${standing}`)}</StatusTag>
      ),
    },
    {
      key: "until",
      title: t("impartiality.until"),
      sortable: true,
      render: (row) => row.until ?? t("impartiality.lasting"),
    },
    {
      key: "decision",
      title: t("impartiality.decisionLabel"),
      sortable: true,
      render: ({ decision }) => t(`impartiality.decision.${decision as Decision}`),
    },
  ];
}
