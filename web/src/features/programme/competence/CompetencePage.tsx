import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan } from "@/api/me";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { FilterTabs } from "@/ui/FilterTabs";
import { Icon } from "@/ui/icons";
import { LinkButton } from "@/ui/LinkButton";
import { useOpened } from "@/ui/opened";
import { Card, Page } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { exportHref, type TableState, toQuery, useTableState } from "@/ui/tableState";
import styles from "./competence.module.css";
import { GrantDrawer } from "./GrantDrawer";
import { MatrixCard } from "./MatrixCard";
import { QualificationDrawer } from "./QualificationDrawer";
import { type Qualification, type QualifiedAs, SCHEMES, STATES, TONES } from "./types";

const FILTERS = ["scheme", "state", "code"];

/** Who is qualified for what: as a list to work off, or as people × schemes. */
export function CompetencePage() {
  const { t } = useTranslation();
  const may = useCan()("qualifications", "C");
  const [view, setView] = useOpened("view");
  const [opened, open] = useOpened("qualification");
  const [granting, setGranting] = useState(false);
  const grant = may && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setGranting(true)}>
      {t("competence.grant")}
    </Button>
  );
  return (
    <Page
      title={t("shell.nav.competence")}
      actions={
        may && (
          <>
            <LinkButton href="/import?kind=qualifications" icon="upload">
              {t("imports.open")}
            </LinkButton>
            {grant}
          </>
        )
      }
    >
      <div className={styles.views}>
        <FilterTabs
          label={t("competence.view")}
          value={view === "matrix" ? "matrix" : "list"}
          options={[
            { value: "list", label: t("competence.list") },
            { value: "matrix", label: t("competence.matrix") },
          ]}
          onChange={(value) => setView(value === "matrix" ? value : undefined)}
        />
      </div>
      {view === "matrix" ? <MatrixCard onOpen={open} /> : <List onOpen={open} grant={grant} />}
      {granting && (
        <GrantDrawer
          onClose={() => setGranting(false)}
          onGranted={(id) => {
            setGranting(false);
            open(id);
          }}
        />
      )}
      {opened && <QualificationDrawer key={opened} id={opened} onClose={() => open(undefined)} />}
    </Page>
  );
}

interface ListProps {
  onOpen: (id: string) => void;
  grant: React.ReactNode;
}

function List({ onOpen, grant }: ListProps) {
  const { t } = useTranslation();
  const state = useTableState("person", FILTERS);
  const { data, error, refetch } = api.useQuery("get", "/api/programme/qualifications", {
    params: { query: toQuery(state) },
  });
  return (
    <Card>
      <DataTable<Qualification>
        label={t("shell.nav.competence")}
        columns={useColumns()}
        state={state}
        answer={data}
        error={error}
        retry={() => void refetch()}
        rowKey={({ id }) => id}
        onOpen={({ id }) => onOpen(id)}
        searchPlaceholder={t("competence.search")}
        filters={<Filters state={state} />}
        exportHref={exportHref("/api/programme/qualifications", state)}
        empty={
          <EmptyState icon="shield" title={t("competence.emptyTitle")} action={grant}>
            {t("competence.empty")}
          </EmptyState>
        }
      />
    </Card>
  );
}

function Filters({ state }: { state: TableState }) {
  const { t } = useTranslation();
  const { scheme, state: standing, code } = state.filters;
  return (
    <>
      <Select
        aria-label={t("competence.scheme")}
        placeholder={t("competence.anyScheme")}
        allowClear
        value={scheme || undefined}
        popupMatchSelectWidth={false}
        options={SCHEMES.map((value) => ({ value, label: value }))}
        onChange={(chosen?: string) => state.filter("scheme", chosen)}
      />
      <Select
        aria-label={t("competence.stateLabel")}
        placeholder={t("competence.anyState")}
        allowClear
        value={standing || undefined}
        popupMatchSelectWidth={false}
        options={STATES.map((value) => ({ value, label: t(`competence.state.${value}`) }))}
        onChange={(chosen?: string) => state.filter("state", chosen)}
      />
      <Input
        className={styles.code}
        aria-label={t("competence.code")}
        placeholder={t("competence.code")}
        allowClear
        defaultValue={code}
        onPressEnter={({ currentTarget }) => state.filter("code", currentTarget.value.trim())}
        onBlur={({ currentTarget }) => state.filter("code", currentTarget.value.trim())}
      />
    </>
  );
}

function useColumns(): Column<Qualification>[] {
  const { t } = useTranslation();
  return [
    { key: "person", title: t("competence.person"), sortable: true, render: (row) => row.person },
    { key: "scheme", title: t("competence.scheme"), sortable: true, render: (row) => row.scheme },
    {
      key: "role",
      title: t("competence.roleLabel"),
      sortable: true,
      render: ({ role }) => t(`competence.role.${role as QualifiedAs}`),
    },
    { key: "codes", title: t("competence.codes"), render: (row) => row.codes.join("、") },
    {
      key: "state",
      title: t("competence.stateLabel"),
      bare: true,
      render: ({ state }) => (
        <StatusTag tone={TONES[state]}>{t(`competence.state.${state}`)}</StatusTag>
      ),
    },
    {
      key: "valid_to",
      title: t("competence.validTo"),
      sortable: true,
      render: (row) => row.valid_to ?? t("competence.unlimited"),
    },
    { key: "granted_by", title: t("competence.grantedBy"), render: (row) => row.granted_by },
  ];
}
