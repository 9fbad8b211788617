import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { PathLink } from "@/ui/PathLink";
import { ReasonButton } from "@/ui/ReasonButton";
import { useCase } from "../cases/useCase";
import styles from "./plan.module.css";
import type { Finding, Kind, Opened, Plan } from "./types";
import { useAction } from "./usePlan";

interface FindingsProps {
  plan: Plan;
  onOpen: (opened: Opened) => void;
}

/** Checks that fail are sentences with what mends them; those that pass are a number. */
export function Findings({ plan, onOpen }: FindingsProps) {
  const { t } = useTranslation();
  const open = plan.findings.filter(({ reason, is_blocking }) => is_blocking && !reason);
  const advice = plan.findings.filter(({ is_blocking }) => !is_blocking);
  const lifted = plan.findings.filter(({ reason }) => reason);
  const passed = t("plan.passed", { count: plan.passed });
  if (plan.findings.length === 0) {
    return <Notice tone="ok">{t("plan.sound", { passed })}</Notice>;
  }
  return (
    <section className={styles.findings} aria-label={t("plan.checks")}>
      <header>
        <strong>
          {open.length > 0 && t("plan.lacking", { count: open.length })}
          {open.length === 0 && t(lifted.length > 0 ? "plan.allLifted" : "plan.onlyAdvice")}
        </strong>
        <small>{passed}</small>
      </header>
      <ol>
        {open.map((finding) => (
          <li key={finding.key}>
            <Line finding={finding} plan={plan} onOpen={onOpen} />
          </li>
        ))}
      </ol>
      {advice.length > 0 && (
        <>
          <small>{t("plan.advice")}</small>
          <ul>
            {advice.map((finding) => (
              <li key={finding.key}>
                <Line finding={finding} plan={plan} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        </>
      )}
      {lifted.length > 0 && (
        <ul className={styles.lifted}>
          {lifted.map(({ key, words, reason, by }) => (
            <li key={key}>{t("plan.lifted", { words, reason, by })}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ finding, plan, onOpen }: FindingsProps & { finding: Finding }) {
  const { t } = useTranslation();
  return (
    <>
      <span>
        {finding.words} <Mend finding={finding} plan={plan} onOpen={onOpen} />
        {finding.rule && (
          <small className={styles.rule} title={t("plan.rule")}>
            {finding.rule}
          </small>
        )}
      </span>
      {finding.may_override && <Lift finding={finding} />}
    </>
  );
}

/** Where what mends a finding is not in the plan itself. */
const PAGES: Record<string, (audit: string) => string> = {
  team: (audit) => `/audits/${audit}/team`,
  tools: (audit) => `/audits/${audit}/ict`,
  assess: () => "/tools",
};

/** The fix, one click away: the item's form, a new item prefilled, or another page. */
function Mend({ finding, plan, onOpen }: FindingsProps & { finding: Finding }) {
  const { id, starts_on } = useCase();
  const elsewhere = PAGES[finding.fix]?.(id);
  if (elsewhere) return <PathLink href={elsewhere}>{finding.fix_words}</PathLink>;
  const first = plan.items.find((item) => item.id === finding.items[0]);
  const prefill = () => ({
    kind: finding.add_kind as Kind,
    clauses: finding.add_clauses,
    ...suggested(finding, plan, starts_on ?? ""),
  });
  return (
    <Button
      type="link"
      size="small"
      className={styles.mend}
      onClick={() =>
        onOpen(finding.fix === "edit" && first ? { item: first } : { prefill: prefill() })
      }
    >
      {finding.fix_words}
    </Button>
  );
}

/** Where an added item goes at first: a break after the first of its run, else the first day. */
function suggested(finding: Finding, plan: Plan, day: string) {
  const near = plan.items.find((item) => item.id === finding.items[0]);
  if (near) return { local_start: near.local_end, members: near.members };
  return day ? { local_start: `${day}T09:00` } : {};
}

/** Issue all the same, for a reason that stays with the plan. */
function Lift({ finding }: { finding: Finding }) {
  const { t } = useTranslation();
  const { id } = useCase();
  const { run, busy, error } = useAction();
  const [isOpen, setOpen] = useState(false);
  if (!isOpen) {
    return (
      <Button type="text" size="small" onClick={() => setOpen(true)}>
        {t("plan.lift")}
      </Button>
    );
  }
  const lift = (reason: string) =>
    void run(() =>
      client.POST("/api/programme/cases/{case_id}/plan/override", {
        params: { path: { case_id: id } },
        body: { key: finding.key, reason },
      }),
    );
  return (
    <div className={styles.lift}>
      <ReasonButton
        label={t("plan.lift")}
        question={t("plan.liftWhy")}
        busy={busy}
        onReason={lift}
      />
      <ErrorSummary error={error} />
    </div>
  );
}
