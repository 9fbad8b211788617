import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan, useIsClient } from "@/api/me";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Icon } from "@/ui/icons";
import { Instant } from "@/ui/Instant";
import { useOpened } from "@/ui/opened";
import { Card, Page } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { toQuery, useTableState } from "@/ui/tableState";
import { HolderCard } from "./HolderCard";
import { KeyExportDrawer } from "./KeyExportDrawer";
import { NewKeyExportDrawer } from "./NewKeyExportDrawer";
import { ProfileCard } from "./ProfileCard";
import { type KeyExport, TONES } from "./types";

/** In what the body seals, and which keys ever left the house. */
export function KeysPage() {
  const { t } = useTranslation();
  const can = useCan();
  const isClient = useIsClient();
  const [asking, setAsking] = useState(false);
  const [opened, open] = useOpened("export");
  const state = useTableState("");
  const { data, error, refetch } = api.useQuery("get", "/api/evidence/key-exports", {
    params: { query: toQuery(state) },
  });
  const ask = can("key_exports", "C") && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setAsking(true)}>
      {t("keys.ask")}
    </Button>
  );
  const shown = data?.items.find(({ id }) => id === opened);
  return (
    <Page title={t("shell.nav.keys")} actions={ask}>
      {can("settings", "R") && <ProfileCard />}
      {!isClient && <HolderCard />}
      <Card title={t("keys.exports")}>
        <DataTable<KeyExport>
          label={t("keys.exports")}
          columns={useColumns()}
          state={state}
          answer={data}
          error={error}
          retry={() => void refetch()}
          rowKey={({ id }) => id}
          onOpen={({ id }) => open(id)}
          empty={
            <EmptyState icon="key" title={t("keys.emptyTitle")} action={ask}>
              {t("keys.empty")}
            </EmptyState>
          }
        />
      </Card>
      {asking && <NewKeyExportDrawer onClose={() => setAsking(false)} />}
      {shown && <KeyExportDrawer of={shown} onClose={() => open(undefined)} />}
    </Page>
  );
}

function useColumns(): Column<KeyExport>[] {
  const { t } = useTranslation();
  return [
    { key: "case", title: t("keys.audit"), render: (row) => `${row.client} ${row.case}` },
    {
      key: "state",
      title: t("keys.stateLabel"),
      bare: true,
      render: (row) => (
        <StatusTag tone={TONES[row.state]}>
          {t(row.is_lapsed ? "keys.lapsed" : `keys.state.${row.state}`)}
        </StatusTag>
      ),
    },
    { key: "reason", title: t("keys.reason"), render: (row) => row.reason },
    { key: "recipient", title: t("keys.recipientName"), render: (row) => row.recipient_name },
    { key: "asked", title: t("keys.askedBy"), render: (row) => row.asked_by },
    { key: "at", title: t("keys.askedAt"), render: (row) => <Instant at={row.asked_at} /> },
    { key: "decided", title: t("keys.decidedBy"), render: (row) => row.decided_by },
  ];
}
