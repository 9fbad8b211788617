import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Instant } from "@/ui/Instant";
import { Card } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { exportHref, toQuery, useTableState } from "@/ui/tableState";
import type { Declaration } from "./types";

/** Who has signed what: for a year, or for one audit. */
export function Declarations() {
  const { t } = useTranslation();
  const state = useTableState("-signed_at");
  const { data, error, refetch } = api.useQuery("get", "/api/programme/declarations", {
    params: { query: toQuery(state) },
  });
  return (
    <Card>
      <DataTable<Declaration>
        label={t("impartiality.declarations")}
        columns={useColumns()}
        state={state}
        answer={data}
        error={error}
        retry={() => void refetch()}
        rowKey={({ id }) => id}
        searchPlaceholder={t("impartiality.searchDeclarations")}
        exportHref={exportHref("/api/programme/declarations", state)}
        empty={
          <EmptyState icon="shield" title={t("impartiality.noDeclarationTitle")}>
            {t("impartiality.noDeclaration")}
          </EmptyState>
        }
      />
    </Card>
  );
}

function useColumns(): Column<Declaration>[] {
  const { t } = useTranslation();
  return [
    { key: "person", title: t("impartiality.person"), sortable: true, render: (row) => row.person },
    {
      key: "year",
      title: t("impartiality.subject"),
      sortable: true,
      render: (row) => row.case || t("impartiality.ofYear", { year: String(row.year) }),
    },
    {
      key: "has",
      title: t("impartiality.interests"),
      bare: true,
      render: ({ has_interests }) => (
        <StatusTag tone={has_interests ? "warn" : "ok"}>
          {t(has_interests ? "impartiality.registered" : "impartiality.none")}
        </StatusTag>
      ),
    },
    { key: "signed_name", title: t("impartiality.signature"), render: (row) => row.signed_name },
    {
      key: "signed_at",
      title: t("impartiality.signedAt"),
      sortable: true,
      render: (row) => <Instant at={row.signed_at} />,
    },
  ];
}
