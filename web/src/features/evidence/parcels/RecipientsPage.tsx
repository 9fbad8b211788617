import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan } from "@/api/me";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Icon } from "@/ui/icons";
import { Instant } from "@/ui/Instant";
import { useOpened } from "@/ui/opened";
import { Card, Page } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { toQuery, useTableState } from "@/ui/tableState";
import { NewRecipientDrawer } from "./NewRecipientDrawer";
import { RecipientDrawer } from "./RecipientDrawer";
import { type Recipient, standing } from "./types";

/** To whom the body sends sealed parcels, and who made sure whose key it is. */
export function RecipientsPage() {
  const { t } = useTranslation();
  const can = useCan();
  const [adding, add] = useState(false);
  const [opened, open] = useOpened("recipient");
  const state = useTableState("name");
  const { data, error, refetch } = api.useQuery("get", "/api/evidence/recipients", {
    params: { query: toQuery(state) },
  });
  const enter = can("recipients", "C") && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => add(true)}>
      {t("parcels.enter")}
    </Button>
  );
  const shown = data?.items.find(({ id }) => id === opened);
  return (
    <Page title={t("shell.nav.recipients")} actions={enter}>
      <Card>
        <DataTable<Recipient>
          label={t("shell.nav.recipients")}
          columns={useColumns()}
          state={state}
          answer={data}
          error={error}
          retry={() => void refetch()}
          rowKey={({ id }) => id}
          onOpen={({ id }) => open(id)}
          searchPlaceholder={t("parcels.search")}
          empty={
            <EmptyState icon="key" title={t("parcels.nobodyTitle")} action={enter}>
              {t("parcels.nobody")}
            </EmptyState>
          }
        />
      </Card>
      {adding && <NewRecipientDrawer onClose={() => add(false)} />}
      {shown && <RecipientDrawer of={shown} onClose={() => open(undefined)} />}
    </Page>
  );
}

function useColumns(): Column<Recipient>[] {
  const { t } = useTranslation();
  return [
    { key: "name", title: t("parcels.name"), sortable: true, render: ({ name }) => name },
    {
      key: "standing",
      title: t("evidence.stateLabel"),
      bare: true,
      render: (row) => (
        <StatusTag tone={row.is_usable ? "ok" : row.retired_at ? "grey" : "warn"}>
          {t(`parcels.standing.${standing(row)}`)}
        </StatusTag>
      ),
    },
    {
      key: "organisation",
      title: t("parcels.organisation"),
      sortable: true,
      render: ({ organisation }) => organisation,
    },
    { key: "email", title: t("parcels.email"), render: ({ email }) => email },
    {
      key: "fingerprint",
      title: t("parcels.fingerprint"),
      render: ({ fingerprint }) => <code>{fingerprint}</code>,
    },
    {
      key: "entered_at",
      title: t("parcels.entered"),
      sortable: true,
      render: ({ entered_at }) => <Instant at={entered_at} />,
    },
  ];
}
