import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { useLocalTable } from "@/ui/localTable";
import { Card, Page } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { SourceTag } from "../time/LinesTable";
import { type PackSummary, STATE_TONES } from "./types";

/** What the rules say, document by document: which edition holds, and how well we know it. */
export function RulePacksPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { data, error, refetch } = api.useQuery("get", "/api/programme/rule-packs");
  const { state, answer } = useLocalTable(data ?? []);
  return (
    <Page title={t("shell.nav.rulePacks")} aside={t("rulePacks.about")}>
      <Card>
        <DataTable<PackSummary>
          label={t("shell.nav.rulePacks")}
          columns={useColumns()}
          state={state}
          answer={data && answer}
          error={error}
          retry={() => void refetch()}
          rowKey={({ key }) => key}
          onOpen={({ key }) => void navigate({ to: "/rule-packs/$pack", params: { pack: key } })}
          exportHref="/api/programme/rule-packs?format=xlsx"
          empty={
            <EmptyState icon="rules" title={t("rulePacks.emptyTitle")}>
              {t("rulePacks.empty")}
            </EmptyState>
          }
        />
      </Card>
    </Page>
  );
}

function useColumns(): Column<PackSummary>[] {
  const { t } = useTranslation();
  return [
    { key: "title", title: t("rulePacks.document"), render: (row) => row.title },
    { key: "edition", title: t("rulePacks.edition"), render: (row) => row.edition },
    {
      key: "state",
      title: t("rulePacks.stateLabel"),
      bare: true,
      render: (row) => <PackState pack={row} />,
    },
    { key: "from", title: t("rulePacks.from"), render: (row) => row.effective_from },
    { key: "to", title: t("rulePacks.to"), render: (row) => row.effective_to ?? "" },
    {
      key: "source",
      title: t("rulePacks.source"),
      bare: true,
      render: ({ source }) => <SourceTag source={source} />,
    },
  ];
}

export function PackState({ pack }: { pack: PackSummary }) {
  const { t } = useTranslation();
  return (
    <>
      <StatusTag tone={STATE_TONES[pack.state]}>{t(`rulePacks.state.${pack.state}`)}</StatusTag>{" "}
      {pack.is_in_force && <StatusTag tone="blue">{t("rulePacks.inForce")}</StatusTag>}
    </>
  );
}
