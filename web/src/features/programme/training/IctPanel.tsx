import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan, useMe } from "@/api/me";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Icon } from "@/ui/icons";
import { useOpened } from "@/ui/opened";
import { Card, Page } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { toQuery, useTableState } from "@/ui/tableState";
import { DeclareDrawer } from "./DeclareDrawer";
import { PersonIctDrawer } from "./PersonIctDrawer";
import { type Area, type IctPerson, ROUND_TONES, type RoundState } from "./types";

/** Everybody who audits: until when hardware and software are confirmed, what is under way. */
export function IctPanel({ tabs }: { tabs: ReactNode }) {
  const { t } = useTranslation();
  const can = useCan();
  const me = useMe();
  const state = useTableState("");
  const [opened, open] = useOpened("person");
  const [declaring, setDeclaring] = useState(false);
  const { data, error, refetch } = api.useQuery("get", "/api/programme/ict/people", {
    params: { query: toQuery(state) },
  });
  const declare = can("competence", "C") && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setDeclaring(true)}>
      {t("training.declare")}
    </Button>
  );
  return (
    <Page title={t("shell.nav.training")} actions={declare}>
      <Card>
        {tabs}
        <DataTable<IctPerson>
          label={t("training.tab.ict")}
          columns={useColumns()}
          state={state}
          answer={data}
          error={error}
          retry={() => void refetch()}
          rowKey={({ person_id }) => person_id}
          onOpen={({ person_id }) => open(person_id)}
          searchPlaceholder={t("training.searchPeople")}
          exportHref="/api/programme/ict?format=xlsx"
          empty={
            <EmptyState icon="people" title={t("training.nobody")} action={declare}>
              {t("training.nobodyNote")}
            </EmptyState>
          }
        />
      </Card>
      {declaring && <DeclareDrawer personId={me.person.id} onClose={() => setDeclaring(false)} />}
      {opened && <PersonIctDrawer key={opened} id={opened} onClose={() => open(undefined)} />}
    </Page>
  );
}

function useColumns(): Column<IctPerson>[] {
  const { t } = useTranslation();
  return [
    { key: "name", title: t("training.person"), render: (row) => row.name },
    {
      key: "state",
      title: t("training.standing"),
      bare: true,
      render: ({ is_confirmed }) => (
        <StatusTag tone={is_confirmed ? "ok" : "warn"}>
          {t(is_confirmed ? "training.confirmed" : "training.notConfirmed")}
        </StatusTag>
      ),
    },
    {
      key: "hardware",
      title: t("training.area.hardware"),
      render: ({ hardware_until: day }) => <Until day={day} />,
    },
    {
      key: "software",
      title: t("training.area.software"),
      render: ({ software_until: day }) => <Until day={day} />,
    },
    {
      key: "open",
      title: t("training.underWay"),
      render: ({ open: rounds }) =>
        rounds.length > 0 &&
        rounds.map((row) => (
          <StatusTag key={row.id} tone={ROUND_TONES[row.state as RoundState]}>
            {t(`training.area.${row.area as Area}`)}{" "}
            {t(`training.state.${row.state as RoundState}`)}
          </StatusTag>
        )),
    },
  ];
}

function Until({ day }: { day: string | null }) {
  const { t } = useTranslation();
  return <>{day ? t("training.until", { day }) : t("training.never")}</>;
}
