import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan } from "@/api/me";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { FilterTabs } from "@/ui/FilterTabs";
import { Icon } from "@/ui/icons";
import { Card, Page } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { exportHref, toQuery, useTableState } from "@/ui/tableState";
import { NewProgrammeDrawer } from "./NewProgrammeDrawer";
import styles from "./programmes.module.css";
import { Timeline } from "./Timeline";
import { type Cycle, nextOf, stateTone, toneOf } from "./types";
import { useCycleWords } from "./words";

/** Every client's cycle on one line: what was held, what comes due, what is overdue. */
export function ProgrammesPage() {
  const { t } = useTranslation();
  const may = useCan()("programme", "C");
  const navigate = useNavigate();
  const state = useTableState("client", ["state"]);
  const [creating, setCreating] = useState(false);
  const { data, error, refetch } = api.useQuery("get", "/api/programme/cycles", {
    params: { query: toQuery(state) },
  });
  const open = (id: string) =>
    void navigate({ to: "/programmes/$programme", params: { programme: id } });
  const create = may && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setCreating(true)}>
      {t("programmes.new")}
    </Button>
  );
  return (
    <Page title={t("shell.nav.programmes")} actions={create}>
      <Card>
        <DataTable<Cycle>
          label={t("shell.nav.programmes")}
          columns={useColumns()}
          state={state}
          answer={data}
          error={error}
          retry={() => void refetch()}
          rowKey={({ programme_id }) => programme_id}
          onOpen={({ programme_id }) => open(programme_id)}
          searchPlaceholder={t("programmes.search")}
          filters={
            <FilterTabs
              label={t("programmes.stateLabel")}
              value={state.filters.state ?? ""}
              onChange={(value) => state.filter("state", value)}
              options={[
                { value: "", label: t("programmes.anyState") },
                { value: "draft", label: t("programmes.state.draft") },
                { value: "running", label: t("programmes.state.running") },
                { value: "closed", label: t("programmes.state.closed") },
              ]}
            />
          }
          exportHref={exportHref("/api/programme/cycles", state)}
          empty={
            <EmptyState icon="audit" title={t("programmes.emptyTitle")} action={create}>
              {t("programmes.empty")}
            </EmptyState>
          }
        />
      </Card>
      {creating && <NewProgrammeDrawer onClose={() => setCreating(false)} onCreated={open} />}
    </Page>
  );
}

function useColumns(): Column<Cycle>[] {
  const { t } = useTranslation();
  const words = useCycleWords();
  return [
    { key: "client", title: t("programmes.client"), sortable: true, render: (row) => row.client },
    {
      key: "cycle",
      title: t("programmes.cycle"),
      sortable: true,
      render: ({ cycle, schemes }) => `${cycle} · ${schemes.join(" + ")}`,
    },
    {
      key: "state",
      title: t("programmes.stateLabel"),
      sortable: true,
      bare: true,
      render: ({ programme_state: state }) => (
        <StatusTag tone={stateTone(state)}>{words.programme(state)}</StatusTag>
      ),
    },
    { key: "line", title: t("programmes.line3"), render: (row) => <Timeline of={row} small /> },
    { key: "next", title: t("programmes.next"), render: (row) => <Next of={row} /> },
    {
      key: "expires_on",
      title: t("programmes.expires"),
      sortable: true,
      render: ({ expires_on }) => expires_on ?? "",
    },
  ];
}

function Next({ of }: { of: Cycle }) {
  const { t } = useTranslation();
  const words = useCycleWords();
  const line = nextOf(of);
  if (!line) return of.certified_on ? <>{t("programmes.allHeld")}</> : null;
  return (
    <span className={styles.next}>
      <span>
        {words.audit(line)} <StatusTag tone={toneOf(line)}>{words.state(line)}</StatusTag>
      </span>
      <small>
        {t("programmes.by", { day: line.due_by })} · {words.left(line)}
      </small>
    </span>
  );
}
