import { useQueryClient } from "@tanstack/react-query";
import { Button, Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan } from "@/api/me";
import type { components } from "@/api/schema";
import { Instant } from "@/ui/Instant";
import { ErrorSummary } from "@/ui/Notice";
import { Facts, Waiting } from "@/ui/Page";
import styles from "./jobs.module.css";
import { StateTag } from "./states";

type Detail = components["schemas"]["JobDetail"];

interface JobDrawerProps {
  id: string;
  onClose: () => void;
}

/** One job: what it is about, how it went, and what can be done about it. */
export function JobDrawer({ id, onClose }: JobDrawerProps) {
  const { t } = useTranslation();
  const params = { path: { job_id: id } };
  const { data: job, error } = api.useQuery("get", "/api/jobs/{job_id}", { params });
  return (
    <Drawer
      open
      size={520}
      title={job?.title ?? t("jobs.job")}
      onClose={onClose}
      footer={job && <Actions job={job} />}
    >
      <ErrorSummary error={error} />
      {job ? <Story job={job} /> : !error && <Waiting />}
    </Drawer>
  );
}

function Story({ job }: { job: Detail }) {
  const { t } = useTranslation();
  const when = (at: string | null | undefined) => (at ? <Instant at={at} seconds /> : t("ui.none"));
  return (
    <div className={styles.story}>
      <Facts
        items={[
          [t("jobs.status"), <StateTag key="state" state={job.state} />],
          [t("jobs.message"), job.message || t("ui.none")],
          [
            t("jobs.attempts"),
            t("jobs.attemptsOf", { done: job.attempts, allowed: job.attempts_allowed }),
          ],
          [t("jobs.enqueued"), when(job.enqueued_at)],
          [t("jobs.runAfter"), when(job.run_after)],
          [t("jobs.started"), when(job.started_at)],
          [t("jobs.finished"), when(job.finished_at)],
        ]}
      />
      <details>
        <summary>{t("jobs.forSupport")}</summary>
        <pre>{JSON.stringify({ id: job.id, code: job.code, ...job.arguments }, null, 2)}</pre>
        {job.place && <pre>{job.place}</pre>}
      </details>
    </div>
  );
}

const RETRYABLE = new Set(["failed", "cancelled", "waiting"]);
const CANCELLABLE = new Set(["waiting", "running"]);

function Actions({ job }: { job: Detail }) {
  const { t } = useTranslation();
  const can = useCan();
  const queryClient = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  if (!can("jobs", "U")) return null;
  const run = (action: Promise<unknown>) => {
    setError(null);
    action.catch(setError).finally(() => void queryClient.invalidateQueries());
  };
  const params = { path: { job_id: job.id } };
  return (
    <div className={styles.actions}>
      <ErrorSummary error={error} />
      {CANCELLABLE.has(job.state) && job.is_own && (
        <Button onClick={() => run(client.POST("/api/jobs/{job_id}/cancel", { params }))}>
          {t("jobs.cancel")}
        </Button>
      )}
      {RETRYABLE.has(job.state) && (
        <Button
          type="primary"
          onClick={() => run(client.POST("/api/jobs/{job_id}/retry", { params }))}
        >
          {t(job.state === "waiting" ? "jobs.now" : "jobs.retry")}
        </Button>
      )}
    </div>
  );
}
