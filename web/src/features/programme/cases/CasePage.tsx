import { Outlet } from "@tanstack/react-router";
import { Suspense } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan } from "@/api/me";
import { ErrorSummary } from "@/ui/Notice";
import { Page, Waiting } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { AdvanceButton } from "./AdvanceButton";
import styles from "./cases.module.css";
import { Missing } from "./Missing";
import { StepBar } from "./StepBar";
import { TabBar } from "./TabBar";
import { type Case, toneOf } from "./types";
import { useCaseId } from "./useCase";
import { useCaseWords } from "./words";

export interface CaseTab {
  /** Its words are `cases.tab.<name>`. */
  name: string;
  /** Below `/audits/$case`; empty is the first one. */
  path: string;
  /** The object of the matrix whose R right shows it; none: whoever sees the audit. */
  object?: string;
}

/** One audit: what it is, which step it is in, what is missing, then the tab that is open. */
export function CasePage({ tabs }: { tabs: readonly CaseTab[] }) {
  const { t } = useTranslation();
  const words = useCaseWords();
  const params = { path: { case_id: useCaseId() } };
  const { data, error } = api.useQuery("get", "/api/programme/cases/{case_id}", { params });
  if (!data) {
    return (
      <Page title={t("cases.one")} trail={[{ label: t("shell.nav.audits"), to: "/audits" }]}>
        {error ? <ErrorSummary error={error} /> : <Waiting />}
      </Page>
    );
  }
  return (
    <Page
      title={words.kind(data)}
      trail={[
        { label: t("shell.nav.audits"), to: "/audits" },
        { label: data.client, to: `/organisations/${data.client_id}` },
      ]}
      aside={<Tags of={data} />}
      actions={<AdvanceButton of={data} />}
    >
      <StepBar steps={data.steps} />
      <Missing of={data} />
      <Tabs tabs={tabs} id={data.id} />
      <Suspense fallback={<Waiting />}>
        <Outlet />
      </Suspense>
    </Page>
  );
}

function Tags({ of }: { of: Case }) {
  const words = useCaseWords();
  return (
    <span className={styles.tags}>
      <StatusTag tone="blue">{of.schemes.join(" + ")}</StatusTag>
      <StatusTag tone="violet">{words.mode(of.mode)}</StatusTag>
      <StatusTag>{of.number}</StatusTag>
      <StatusTag tone={toneOf(of.state)}>{words.state(of.state)}</StatusTag>
    </span>
  );
}

function Tabs({ tabs, id }: { tabs: readonly CaseTab[]; id: string }) {
  const can = useCan();
  const visible = tabs.filter(({ object }) => !object || can(object, "R"));
  return visible.length > 1 ? <TabBar tabs={visible} id={id} /> : null;
}
