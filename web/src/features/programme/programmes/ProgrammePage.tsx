import { useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan } from "@/api/me";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card, Page, Waiting } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { useRefresh } from "../cases/useCase";
import { Lines } from "./Lines";
import { ProgrammeForm } from "./ProgrammeForm";
import styles from "./programmes.module.css";
import { ProgrammeSites } from "./ProgrammeSites";
import { Timeline } from "./Timeline";
import { type Cycle, stateTone } from "./types";
import { useCycleWords } from "./words";

/** One client's cycle: the audits it needs on one line, its entries, its sites. */
export function ProgrammePage() {
  const { t } = useTranslation();
  const { programme: id = "" } = useParams({ strict: false }) as { programme?: string };
  const params = { path: { programme_id: id } };
  const { data, error } = api.useQuery("get", "/api/programme/cycles/{programme_id}", { params });
  const trail = [{ label: t("shell.nav.programmes"), to: "/programmes" }];
  if (!data) {
    return (
      <Page title={t("programmes.one")} trail={trail}>
        {error ? <ErrorSummary error={error} /> : <Waiting />}
      </Page>
    );
  }
  return <Shown of={data} trail={trail} />;
}

function Shown({ of, trail }: { of: Cycle; trail: { label: string; to: string }[] }) {
  const { t } = useTranslation();
  const words = useCycleWords();
  const { act, busy, error } = useActions(of);
  const lacking = of.lines.filter((line) => !line.case).length;
  const state = of.programme_state;
  return (
    <Page
      title={t("programmes.titleOf", { client: of.client, cycle: of.cycle })}
      trail={trail}
      aside={
        <>
          <StatusTag tone="blue">{of.schemes.join(" + ")}</StatusTag>{" "}
          <StatusTag tone={stateTone(state)}>{words.programme(state)}</StatusTag>
        </>
      }
      actions={<Action state={state} lacking={lacking} busy={busy} act={act} />}
    >
      <ErrorSummary error={error} />
      <Overdue of={of} />
      <Card
        title={t("programmes.line3")}
        aside={`${words.rules(of.jurisdiction)} · ${words.countsFrom(of.counts_from)}`}
      >
        <Timeline of={of} />
      </Card>
      <div className={styles.columns}>
        <div className={styles.stack}>
          <Lines of={of} />
        </div>
        <div className={styles.stack}>
          <ProgrammeForm id={of.programme_id} />
          <ProgrammeSites clientId={of.client_id} />
        </div>
      </div>
    </Page>
  );
}

/** What the rules demand when an audit was missed; nothing else is as urgent. */
function Overdue({ of }: { of: Cycle }) {
  const { t } = useTranslation();
  const words = useCycleWords();
  const late = of.lines.filter(({ state }) => state === "overdue");
  return late.map((line) => (
    <Notice key={`${line.kind}${line.sequence}`} tone="bad">
      <span>
        {t(of.must_suspend ? "programmes.mustSuspend" : "programmes.isOverdue", {
          audit: words.audit(line),
          day: line.due_by,
          count: -line.days_left,
        })}{" "}
        <small>{line.clause}</small>
      </span>
    </Notice>
  ));
}

interface ActionProps {
  state: string;
  lacking: number;
  busy: boolean;
  act: (what: "approve" | "open") => void;
}

function Action({ state, lacking, busy, act }: ActionProps) {
  const { t } = useTranslation();
  const can = useCan();
  if ((state === "draft" || state === "change_pending") && can("programme", "A")) {
    return (
      <Button type="primary" loading={busy} onClick={() => act("approve")}>
        {t("programmes.approve")}
      </Button>
    );
  }
  if (state !== "running" || lacking === 0 || !can("programme", "C")) return null;
  return (
    <Button type="primary" loading={busy} onClick={() => act("open")}>
      {t("programmes.open", { count: lacking })}
    </Button>
  );
}

function useActions(of: Cycle) {
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const params = { path: { programme_id: of.programme_id } };
  const approve = async () => {
    const { data } = await client.GET("/api/programme/programmes/{programme_id}", { params });
    const body = { version: data?.version ?? 0 };
    await client.POST("/api/programme/programmes/{programme_id}/approve", { params, body });
  };
  const open = () => client.POST("/api/programme/cycles/{programme_id}/open", { params });
  const act = (what: "approve" | "open") => {
    setBusy(true);
    setError(null);
    (what === "approve" ? approve() : open())
      .catch(setError)
      .finally(() => void refresh().then(() => setBusy(false)));
  };
  return { act, busy, error };
}
