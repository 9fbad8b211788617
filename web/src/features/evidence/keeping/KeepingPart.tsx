import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCaseId } from "@/lib/caseId";
import { evidenceKey } from "@/lib/evidence";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { FilterTabs } from "@/ui/FilterTabs";
import { useOpened } from "@/ui/opened";
import { Card } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { exportHref, toQuery, useTableState } from "@/ui/tableState";
import { ItemDrawer } from "../library/ItemDrawer";
import styles from "./keeping.module.css";
import { Say } from "./Say";
import { isOpen, type Kept, STATES, toneOf, useSide } from "./types";
import { SaidWord } from "./Words";

/** What the body wants to keep beyond the audit: checked by the auditors, consented to by the client. */
export function KeepingPart() {
  const { t } = useTranslation();
  const caseId = useCaseId();
  const side = useSide();
  const state = useTableState("-number", ["state"]);
  const [opened, open] = useOpened("item");
  const [chosen, choose] = useState<readonly string[]>([]);
  const { data, error, refetch } = api.useQuery("get", "/api/evidence/cases/{case_id}/keeping", {
    params: { path: { case_id: caseId }, query: toQuery(state) },
  });
  const openIds = (data?.items ?? []).filter(isOpen).map(({ id }) => id);
  const states = STATES.map((value) => ({ value, label: t(`keeping.state.${value}`) }));
  return (
    <Card title={t("evidence.part.keeping")}>
      <div className={styles.part}>
        <p className="muted">{t("keeping.why")}</p>
        <DataTable<Kept>
          label={t("evidence.part.keeping")}
          columns={useColumns()}
          state={state}
          answer={data}
          error={error}
          retry={() => void refetch()}
          rowKey={({ id }) => id}
          onOpen={({ id }) => open(id)}
          {...(side && { selection: { keys: chosen, onChange: choose, may: isOpen } })}
          searchPlaceholder={t("keeping.search")}
          filters={
            <FilterTabs
              label={t("evidence.stateLabel")}
              value={state.filters.state ?? ""}
              onChange={(value) => state.filter("state", value)}
              options={[{ value: "", label: t("evidence.allKinds") }, ...states]}
            />
          }
          exportHref={exportHref(`/api/evidence/cases/${caseId}/keeping`, state)}
          empty={
            <EmptyState icon="shield" title={t("keeping.emptyTitle")}>
              {t("keeping.empty")}
            </EmptyState>
          }
        />
        {side && openIds.length > 0 && (
          <p>
            <Button onClick={() => choose(openIds)}>{t("ui.chooseAll")}</Button>
          </p>
        )}
        {side && chosen.length > 0 && (
          <section aria-label={t("keeping.bulk")}>
            <p role="status">{t("keeping.chosen", { count: chosen.length })}</p>
            <Say caseId={caseId} ids={chosen} side={side} onSaid={() => choose([])} />
          </section>
        )}
      </div>
      {opened && <ItemDrawer key={opened} id={opened} onClose={() => open(undefined)} />}
    </Card>
  );
}

function useColumns(): Column<Kept>[] {
  const { t } = useTranslation();
  return [
    {
      key: "number",
      title: t("evidence.name"),
      sortable: true,
      render: (row) => `${row.code} ${row.name}`,
    },
    {
      key: "state",
      title: t("evidence.stateLabel"),
      bare: true,
      render: (row) => <StatusTag tone={toneOf(row)}>{t(`keeping.state.${row.state}`)}</StatusTag>,
    },
    {
      key: "kind",
      title: t("evidence.kindLabel"),
      sortable: true,
      render: ({ kind }) => t(evidenceKey.kind(kind)),
    },
    {
      key: "auditor",
      title: t("keeping.auditorSays"),
      render: ({ auditor }) => <SaidWord side="auditor" word={auditor} />,
    },
    {
      key: "client",
      title: t("keeping.clientSays"),
      render: ({ client }) => <SaidWord side="client" word={client} />,
    },
  ];
}
