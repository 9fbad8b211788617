import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import type { Column } from "@/ui/columns";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { FilterTabs } from "@/ui/FilterTabs";
import { Instant } from "@/ui/Instant";
import { Notice } from "@/ui/Notice";
import { useOpened } from "@/ui/opened";
import { Card, Page } from "@/ui/Page";
import { exportHref, type TableState, toQuery, useTableState } from "@/ui/tableState";
import { JobDrawer } from "./JobDrawer";
import { type Job, STATES, type State, StateTag } from "./states";

const FILTERS = ["state"];
/** Progress is not an event of the journal, so while something runs the page asks again. */
const WHILE_RUNNING = 3_000;

export function JobsPage() {
  const { t } = useTranslation();
  const state = useTableState("-enqueued_at", FILTERS);
  const [opened, open] = useOpened("job");
  const { data, error, refetch } = api.useQuery(
    "get",
    "/api/jobs",
    { params: { query: toQuery(state) } },
    {
      refetchInterval: ({ state: { data: shown } }) => {
        const { running = 0, waiting = 0 } = shown?.counts ?? {};
        return running + waiting > 0 ? WHILE_RUNNING : false;
      },
    },
  );
  return (
    <Page title={t("shell.nav.jobs")}>
      {data?.workers === 0 && <Notice tone="bad">{t("jobs.noWorker")}</Notice>}
      <Card>
        <DataTable<Job>
          label={t("shell.nav.jobs")}
          columns={useColumns()}
          state={state}
          answer={data}
          error={error}
          retry={() => void refetch()}
          rowKey={(job) => job.id}
          onOpen={(job) => open(job.id)}
          searchPlaceholder={t("jobs.search")}
          exportHref={exportHref("/api/jobs", state)}
          filters={<StateFilter state={state} counts={data?.counts ?? {}} />}
          empty={
            <EmptyState icon="jobs" title={t("jobs.emptyTitle")}>
              {t("jobs.empty")}
            </EmptyState>
          }
        />
      </Card>
      {opened && <JobDrawer key={opened} id={opened} onClose={() => open(undefined)} />}
    </Page>
  );
}

function StateFilter({ state, counts }: { state: TableState; counts: Record<string, number> }) {
  const { t } = useTranslation();
  const name = (one: State) =>
    t("jobs.counted", { state: t(`jobs.state.${one}`), count: counts[one] ?? 0 });
  return (
    <FilterTabs
      label={t("jobs.status")}
      value={state.filters.state ?? ""}
      onChange={(chosen) => state.filter("state", chosen)}
      options={[
        { value: "", label: t("jobs.all") },
        ...STATES.map((one) => ({ value: one, label: name(one) })),
      ]}
    />
  );
}

function useColumns(): Column<Job>[] {
  const { t } = useTranslation();
  const message = ({ state, done, total, message: said }: Job) =>
    state === "running" && total > 0 ? t("jobs.progress", { done, total }) : said;
  return [
    { key: "code", title: t("jobs.job"), sortable: true, render: (job) => job.title },
    {
      key: "status",
      title: t("jobs.status"),
      render: (job) => <StateTag state={job.state} />,
      bare: true,
    },
    { key: "message", title: t("jobs.message"), render: message },
    {
      key: "attempts",
      title: t("jobs.attempts"),
      align: "right",
      render: (job) => t("jobs.attemptsOf", { done: job.attempts, allowed: job.attempts_allowed }),
    },
    {
      key: "enqueued_at",
      title: t("jobs.enqueued"),
      sortable: true,
      render: (job) => <Instant at={job.enqueued_at} seconds />,
    },
    {
      key: "finished_at",
      title: t("jobs.finished"),
      sortable: true,
      render: (job) => (job.finished_at ? <Instant at={job.finished_at} seconds /> : null),
    },
  ];
}
