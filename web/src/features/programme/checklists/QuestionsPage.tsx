import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan } from "@/api/me";
import { clausesText } from "@/lib/clauses";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { LinkButton } from "@/ui/LinkButton";
import { Card, Page } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import type { Column } from "@/ui/columns";
import { Icon } from "@/ui/icons";
import { exportHref, toQuery, useTableState } from "@/ui/tableState";
import { LibraryDrawer } from "./LibraryDrawer";
import { type Question } from "./types";

const SCHEMES = ["QMS", "EMS", "OHSMS", "ISMS"];

/** The body's library of questions, each mapped to clauses of one or several standards. */
export function QuestionsPage() {
  const { t } = useTranslation();
  const may = useCan()("checklists", "C");
  const state = useTableState("", ["scheme"]);
  const [opened, open] = useState<Question | "new">();
  const query = { ...toQuery(state), with_retired: true };
  const { data, error, refetch } = api.useQuery("get", "/api/programme/questions", {
    params: { query },
  });
  const create = may && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => open("new")}>
      {t("checklists.newQuestion")}
    </Button>
  );
  return (
    <Page
      title={t("shell.nav.questions")}
      actions={
        may && (
          <>
            <LinkButton href="/import?kind=questions" icon="upload">
              {t("checklists.import")}
            </LinkButton>
            {create}
          </>
        )
      }
    >
      <Card>
        <DataTable<Question>
          label={t("shell.nav.questions")}
          columns={useColumns()}
          state={state}
          answer={data}
          error={error}
          retry={() => void refetch()}
          rowKey={({ id }) => id}
          {...(may ? { onOpen: open } : {})}
          searchPlaceholder={t("checklists.search")}
          exportHref={exportHref("/api/programme/questions", state)}
          filters={
            <Select
              aria-label={t("checklists.scheme")}
              value={state.filters.scheme ?? ""}
              onChange={(scheme) => state.filter("scheme", scheme)}
              options={[
                { value: "", label: t("checklists.allSchemes") },
                ...SCHEMES.map((value) => ({ value, label: value })),
              ]}
            />
          }
          empty={
            <EmptyState icon="journal" title={t("checklists.libraryEmptyTitle")} action={create}>
              {t("checklists.libraryEmpty")}
            </EmptyState>
          }
        />
      </Card>
      {opened && (
        <LibraryDrawer
          key={opened === "new" ? "new" : opened.id}
          question={opened === "new" ? undefined : opened}
          onClose={() => open(undefined)}
        />
      )}
    </Page>
  );
}

function useColumns(): Column<Question>[] {
  const { t } = useTranslation();
  return [
    { key: "text", title: t("checklists.text"), sortable: true, render: (row) => row.text },
    {
      key: "clauses",
      title: t("checklists.clauses"),
      render: ({ clauses }) => clausesText(clauses),
    },
    { key: "guidance", title: t("checklists.guidance"), render: (row) => row.guidance },
    {
      key: "version",
      title: t("checklists.version"),
      sortable: true,
      align: "right",
      render: (row) => row.version,
    },
    {
      key: "state",
      title: t("checklists.state"),
      bare: true,
      render: ({ is_active }) => (
        <StatusTag tone={is_active ? "ok" : "grey"}>
          {t(is_active ? "checklists.active" : "checklists.retired")}
        </StatusTag>
      ),
    },
  ];
}
