import { Button, Input } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan, useIsClient } from "@/api/me";
import { Instant } from "@/ui/Instant";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { useCase } from "../cases/useCase";
import styles from "./plan.module.css";
import type { Plan } from "./types";
import { useAction } from "./usePlan";

/** What the client said, or its place to say it. The body may write down an answer it was told. */
export function Answer({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const can = useCan();
  const { is_closed } = useCase();
  if (plan.state === "accepted" || plan.state === "objected") {
    const isAccepted = plan.state === "accepted";
    return (
      <Notice tone={isAccepted ? "ok" : "bad"}>
        {t(isAccepted ? "plan.wasAccepted" : "plan.wasObjected", { text: plan.answer })}{" "}
        {plan.answered_at && <Instant at={plan.answered_at} />}
      </Notice>
    );
  }
  if (plan.state !== "issued" || is_closed) return null;
  return can("plan", "A") ? <AnswerForm /> : <Notice tone="blue">{t("plan.awaited")}</Notice>;
}

function AnswerForm() {
  const { t } = useTranslation();
  const field = useId();
  const { id } = useCase();
  const isClient = useIsClient();
  const [text, setText] = useState("");
  const { run, busy, error } = useAction();
  const send = (accepts: boolean) =>
    void run(() =>
      client.POST("/api/programme/cases/{case_id}/plan/answer", {
        params: { path: { case_id: id } },
        body: { accepts, answer: text.trim() },
      }),
    );
  const isEmpty = !text.trim();
  return (
    <Card title={t(isClient ? "plan.answerTitle" : "plan.answerForTitle")}>
      <div className={styles.answer}>
        <p>{t(isClient ? "plan.answerHow" : "plan.answerForHow")}</p>
        <label htmlFor={field}>{t(isClient ? "plan.answerText" : "plan.answerForText")}</label>
        <Input.TextArea
          id={field}
          rows={2}
          maxLength={4000}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div className={styles.row}>
          <Button
            type={isClient ? "primary" : "default"}
            loading={busy}
            disabled={!isClient && isEmpty}
            onClick={() => send(true)}
          >
            {t("plan.accept")}
          </Button>
          <Button loading={busy} disabled={isEmpty} onClick={() => send(false)}>
            {t("plan.object")}
          </Button>
        </div>
        <ErrorSummary error={error} />
      </div>
    </Card>
  );
}
