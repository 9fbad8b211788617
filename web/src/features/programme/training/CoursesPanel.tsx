import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan } from "@/api/me";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Icon } from "@/ui/icons";
import { useOpened } from "@/ui/opened";
import { Card, Page } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { exportHref, toQuery, useTableState } from "@/ui/tableState";
import { CourseDrawer } from "./CourseDrawer";
import { NewCourseDrawer } from "./NewCourseDrawer";
import type { Course, CourseKind } from "./types";

/** Courses held, inside and outside; a course opens the list of its people. */
export function CoursesPanel({ tabs }: { tabs: ReactNode }) {
  const { t } = useTranslation();
  const may = useCan()("competence", "A");
  const state = useTableState("-held_on");
  const [opened, open] = useOpened("course");
  const [creating, setCreating] = useState(false);
  const { data, error, refetch } = api.useQuery("get", "/api/programme/training/courses", {
    params: { query: toQuery(state) },
  });
  const create = may && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setCreating(true)}>
      {t("training.newCourse")}
    </Button>
  );
  return (
    <Page title={t("shell.nav.training")} actions={create}>
      <Card>
        {tabs}
        <DataTable<Course>
          label={t("training.tab.courses")}
          columns={useColumns()}
          state={state}
          answer={data}
          error={error}
          retry={() => void refetch()}
          rowKey={({ id }) => id}
          onOpen={({ id }) => open(id)}
          searchPlaceholder={t("training.searchCourses")}
          exportHref={exportHref("/api/programme/training/courses", state)}
          empty={
            <EmptyState icon="journal" title={t("training.noCourses")} action={create}>
              {t("training.noRecordsNote")}
            </EmptyState>
          }
        />
      </Card>
      {creating && (
        <NewCourseDrawer
          onClose={() => setCreating(false)}
          onCreated={(id) => {
            setCreating(false);
            open(id);
          }}
        />
      )}
      {opened && <CourseDrawer key={opened} id={opened} onClose={() => open(undefined)} />}
    </Page>
  );
}

function useColumns(): Column<Course>[] {
  const { t } = useTranslation();
  return [
    { key: "title", title: t("training.course"), sortable: true, render: (row) => row.title },
    {
      key: "kind",
      title: t("training.kindLabel"),
      sortable: true,
      bare: true,
      render: ({ kind }) => (
        <StatusTag tone="blue">{t(`training.courseKind.${kind as CourseKind}`)}</StatusTag>
      ),
    },
    {
      key: "provider",
      title: t("training.provider"),
      sortable: true,
      render: (row) => row.provider,
    },
    { key: "held_on", title: t("training.heldOn"), sortable: true, render: (row) => row.held_on },
    {
      key: "hours",
      title: t("training.hours"),
      sortable: true,
      align: "right",
      render: (row) => row.hours,
    },
    { key: "people", title: t("training.people"), align: "right", render: (row) => row.people },
  ];
}
