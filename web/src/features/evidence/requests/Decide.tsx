import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { ReasonButton } from "@/ui/ReasonButton";
import styles from "./requests.module.css";
import { RuleForm } from "./RuleForm";
import { isOwed, isSettled, useDeed, useIsLead, type WholeRequest } from "./types";

/** What an auditor may do with a request in its state: accept, return, rule or withdraw. */
export function Decide({ of }: { of: WholeRequest }) {
  const { t } = useTranslation();
  const { run, busy, error } = useDeed();
  const isLead = useIsLead(of.case_id);
  const params = { path: { request_id: of.id } };
  const { version } = of;
  if (isSettled(of)) return null;
  const mayRule = of.state === "refused" || of.is_overdue;
  const withdraw = (reason: string) =>
    run(
      client.POST("/api/evidence/requests/{request_id}/withdraw", {
        params,
        body: { version, reason },
      }),
    );
  return (
    <section className={styles.decide}>
      <ErrorSummary error={error} />
      {of.state === "provided" && <Judge of={of} busy={busy} run={run} />}
      {mayRule && isLead && <RuleForm of={of} />}
      {mayRule && !isLead && <Notice tone="blue">{t("requests.waitsForLead")}</Notice>}
      {(isOwed(of) || of.state === "provided") && (
        <ReasonButton
          label={t("requests.withdraw")}
          question={t("requests.whyWithdraw")}
          busy={busy}
          onReason={(reason) => void withdraw(reason)}
        />
      )}
    </section>
  );
}

interface JudgeProps {
  of: WholeRequest;
  busy: boolean;
  run: (deed: Promise<unknown>) => Promise<boolean>;
}

function Judge({ of, busy, run }: JudgeProps) {
  const { t } = useTranslation();
  const [note, setNote] = useState("");
  const params = { path: { request_id: of.id } };
  const { version } = of;
  const accept = () =>
    run(
      client.POST("/api/evidence/requests/{request_id}/accept", {
        params,
        body: { version, note },
      }),
    );
  const giveBack = (reason: string) =>
    run(
      client.POST("/api/evidence/requests/{request_id}/return", {
        params,
        body: { version, reason },
      }),
    );
  return (
    <>
      <Input
        value={note}
        maxLength={1000}
        aria-label={t("requests.acceptNote")}
        placeholder={t("requests.acceptNote")}
        onChange={(event) => setNote(event.target.value)}
      />
      <div className={styles.acts}>
        <Button type="primary" loading={busy} onClick={() => void accept()}>
          {t("requests.accept")}
        </Button>
        <ReasonButton
          label={t("requests.giveBack")}
          question={t("requests.whyBack")}
          busy={busy}
          onReason={(reason) => void giveBack(reason)}
        />
      </div>
    </>
  );
}
