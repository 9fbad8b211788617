import { DatePicker, Select } from "antd";
import dayjs from "dayjs";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import type { components } from "@/api/schema";
import { ACTIONS, actionKey, kindKey } from "@/lib/journal";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Instant } from "@/ui/Instant";
import { Card, Page } from "@/ui/Page";
import { exportHref, type TableState, toQuery, useTableState } from "@/ui/tableState";
import { EntryDrawer } from "./EntryDrawer";
import { Trust } from "./Trust";
import { useVerification, VerifyButton } from "./verification";
import { Actor } from "./Actor";

export type Entry = components["schemas"]["EntryOut"];

const FILTERS = ["action", "since", "until"];

export function JournalPage() {
  const { t } = useTranslation();
  const state = useTableState("", FILTERS);
  const [open, setOpen] = useState<Entry | null>(null);
  const verification = useVerification();
  const { data, error, refetch } = api.useQuery("get", "/api/journal/entries", {
    params: { query: toQuery(state) },
  });
  return (
    <Page title={t("shell.nav.journal")} actions={<VerifyButton verification={verification} />}>
      <Trust verification={verification} />
      <Card>
        <DataTable<Entry>
          label={t("shell.nav.journal")}
          columns={useColumns()}
          state={state}
          answer={data}
          error={error}
          retry={() => void refetch()}
          rowKey={(entry) => `${entry.owner_id}/${entry.seq}`}
          onOpen={setOpen}
          searchPlaceholder={t("journal.search")}
          exportHref={exportHref("/api/journal/entries", state)}
          filters={<Filters state={state} />}
          empty={
            <EmptyState icon="journal" title={t("journal.emptyTitle")}>
              {t("journal.empty")}
            </EmptyState>
          }
        />
      </Card>
      {open && <EntryDrawer entry={open} onClose={() => setOpen(null)} />}
    </Page>
  );
}

const day = (value: string | undefined) => (value ? dayjs(value) : null);

function Filters({ state }: { state: TableState }) {
  const { t } = useTranslation();
  const actions = ACTIONS.map((action) => ({ value: action, label: t(actionKey(action)) }));
  return (
    <>
      <Select
        aria-label={t("journal.what")}
        value={state.filters.action || undefined}
        placeholder={t("journal.allActions")}
        allowClear
        showSearch={{ optionFilterProp: "label" }}
        popupMatchSelectWidth={false}
        options={actions}
        onChange={(chosen?: string) => state.filter("action", chosen)}
      />
      <DatePicker
        aria-label={t("journal.since")}
        placeholder={t("journal.since")}
        value={day(state.filters.since)}
        onChange={(chosen) => state.filter("since", chosen?.startOf("day").toISOString())}
      />
      <DatePicker
        aria-label={t("journal.until")}
        placeholder={t("journal.until")}
        value={day(state.filters.until)}
        onChange={(chosen) => state.filter("until", chosen?.endOf("day").toISOString())}
      />
    </>
  );
}

function useColumns(): Column<Entry>[] {
  const { t } = useTranslation();
  return [
    {
      key: "what",
      title: t("journal.what"),
      render: (entry) => t(actionKey(entry.action), { defaultValue: entry.action }),
    },
    {
      key: "object",
      title: t("journal.object"),
      render: (entry) => entry.object_name || t(kindKey(entry.object_kind)),
    },
    { key: "actor", title: t("journal.who"), render: (entry) => <Actor entry={entry} /> },
    { key: "reason", title: t("journal.reason"), render: (entry) => entry.reason },
    {
      key: "at",
      title: t("journal.when"),
      sortable: true,
      render: (entry) => <Instant at={entry.at} seconds />,
    },
    {
      key: "seq",
      title: t("journal.number"),
      align: "right",
      render: (entry) => entry.seq,
    },
  ];
}
