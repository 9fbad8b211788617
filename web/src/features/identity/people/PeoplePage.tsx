import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan } from "@/api/me";
import { roleKey } from "@/lib/roles";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Icon } from "@/ui/icons";
import { LinkButton } from "@/ui/LinkButton";
import { useOpened } from "@/ui/opened";
import { Card, Page } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { exportHref, type TableState, toQuery, useTableState } from "@/ui/tableState";
import { AccessTag } from "./AccessTag";
import { InviteDrawer } from "./InviteDrawer";
import { PersonDrawer } from "./PersonDrawer";
import { type Employer, useEmployers, useInvitations } from "./queries";
import { currentRoles, type Person } from "./types";

const FILTERS = ["tenant_id"];

export function PeoplePage() {
  const { t } = useTranslation();
  const can = useCan();
  const state = useTableState("name", FILTERS);
  const [opened, open] = useOpened("person");
  const [inviting, setInviting] = useState(false);
  const employers = useEmployers();
  const query = toQuery(state);
  const { data, error, refetch } = api.useQuery("get", "/api/identity/people", {
    params: { query },
  });
  const invite = can("people", "C") && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setInviting(true)}>
      {t("people.invite")}
    </Button>
  );
  const actions = invite && (
    <>
      <LinkButton href="/import?kind=people" icon="upload">
        {t("imports.open")}
      </LinkButton>
      {invite}
    </>
  );
  return (
    <Page title={t("shell.nav.people")} actions={actions}>
      <Card>
        <DataTable<Person>
          label={t("shell.nav.people")}
          columns={useColumns(employers)}
          state={state}
          answer={data}
          error={error}
          retry={() => void refetch()}
          rowKey={(person) => person.id}
          onOpen={({ id }) => open(id)}
          searchPlaceholder={t("people.search")}
          filters={employers.length > 1 && <EmployerFilter state={state} employers={employers} />}
          exportHref={exportHref("/api/identity/people", state)}
          empty={
            <EmptyState icon="people" title={t("people.emptyTitle")} action={invite}>
              {t("people.empty")}
            </EmptyState>
          }
        />
      </Card>
      {inviting && (
        <InviteDrawer
          employers={employers}
          onClose={() => setInviting(false)}
          onInvited={(id) => {
            setInviting(false);
            open(id);
          }}
        />
      )}
      {opened && (
        <PersonDrawer
          key={opened}
          id={opened}
          employers={employers}
          onClose={() => open(undefined)}
        />
      )}
    </Page>
  );
}

function EmployerFilter({ state, employers }: { state: TableState; employers: Employer[] }) {
  const { t } = useTranslation();
  return (
    <Select
      aria-label={t("people.organisation")}
      value={state.filters.tenant_id || undefined}
      placeholder={t("people.allOrganisations")}
      allowClear
      popupMatchSelectWidth={false}
      options={employers.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(chosen?: string) => state.filter("tenant_id", chosen)}
    />
  );
}

function useColumns(employers: Employer[]): Column<Person>[] {
  const { t } = useTranslation();
  const invitations = useInvitations();
  const nameOf = (id: string) => employers.find((one) => one.id === id)?.name ?? "";
  return [
    { key: "name", title: t("people.name"), sortable: true, render: (person) => person.name },
    {
      key: "access",
      title: t("people.access"),
      bare: true,
      render: (person) => <AccessTag person={person} invitations={invitations} />,
    },
    {
      key: "roles",
      title: t("people.roles"),
      render: (person) =>
        currentRoles(person).map(({ id, role }) => (
          <StatusTag key={id} tone="blue">
            {t(roleKey(role))}
          </StatusTag>
        )),
    },
    {
      key: "tenant",
      title: t("people.organisation"),
      render: ({ tenant_id }) => nameOf(tenant_id),
    },
    { key: "email", title: t("people.email"), sortable: true, render: (person) => person.email },
    { key: "phone", title: t("people.phone"), render: (person) => person.phone },
  ];
}
