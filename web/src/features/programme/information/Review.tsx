import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { Instant } from "@/ui/Instant";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { useCaseId } from "../cases/useCase";
import styles from "../risk/risk.module.css";
import { useAct } from "../risk/useRisk";
import { isWaiting, type Item, type Review as Known } from "./types";

interface ReviewProps {
  review: Known;
  items: readonly Item[];
  may: boolean;
}

/** Whether everything is collected and weighed, and with what conclusion. */
export function Review({ review, items, may }: ReviewProps) {
  const { t } = useTranslation();
  const { run, busy, error } = useAct();
  const [conclusion, setConclusion] = useState(review.conclusion);
  const waiting = items.filter(isWaiting).length;
  const { completed_at, completed_by, version } = review;
  const params = { path: { case_id: useCaseId() } };
  const complete = () =>
    run(
      client.POST("/api/programme/cases/{case_id}/information/complete", {
        params,
        body: { version, conclusion },
      }),
    );
  const isDone = completed_at && waiting === 0;
  return (
    <Card
      title={t("information.review")}
      tags={
        <StatusTag tone={isDone ? "ok" : "blue"}>
          {isDone ? t("information.analysed") : t("information.waiting", { count: waiting })}
        </StatusTag>
      }
      aside={
        completed_at && (
          <>
            {completed_by} <Instant at={completed_at} />
          </>
        )
      }
    >
      <ErrorSummary error={error} />
      <div className={styles.stack}>
        {may ? (
          <Input.TextArea
            aria-label={t("information.conclusion")}
            placeholder={t("information.conclusionHint")}
            value={conclusion}
            maxLength={4000}
            rows={2}
            onChange={({ target }) => setConclusion(target.value)}
          />
        ) : (
          <p>{review.conclusion || t("information.noConclusion")}</p>
        )}
        {may && (
          <div className={styles.row}>
            <Button
              type={completed_at ? "default" : "primary"}
              loading={busy}
              disabled={waiting > 0 || !conclusion.trim()}
              onClick={complete}
            >
              {waiting > 0
                ? t("information.completeMissing", { count: waiting })
                : t("information.complete")}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}
