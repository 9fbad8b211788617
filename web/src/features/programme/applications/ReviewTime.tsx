import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Waiting } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { ChoicesForm } from "../time/ChoicesForm";
import { LinesTable } from "../time/LinesTable";
import { SaveTime } from "../time/SaveTime";
import { days, type Proposal } from "../time/types";
import { ofApplication, useWhatIf } from "../time/useWhatIf";
import styles from "./applications.module.css";
import type { Application, Review } from "./types";

interface ReviewTimeProps {
  row: Application;
  review: Review;
  /** Whether the reader calculates; otherwise the lines are only shown. */
  may: boolean;
  onRow: (row: Application) => void;
}

/** The audit time of the review: calculated from the application's own figures, line by line. */
export function ReviewTime({ row, review, may, onRow }: ReviewTimeProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const { time } = review;
  return (
    <section className={styles.time} aria-label={t("applications.review.days")}>
      <div className={styles.actions}>
        <h3>{t("applications.review.days")}</h3>
        {review.audit_days !== null && (
          <StatusTag tone="blue">
            {t("applications.review.inDays", { days: days(review.audit_days) })}
          </StatusTag>
        )}
      </div>
      {review.days_reason && (
        <Notice tone="warn">
          {t("applications.review.otherDays", { reason: review.days_reason })}
        </Notice>
      )}
      {!isOpen && time && <LinesTable result={time.result} />}
      {may && isOpen && <Calculator row={row} onRow={onRow} onDone={() => setOpen(false)} />}
      {may && (
        <span>
          <Button onClick={() => setOpen(!isOpen)}>
            {t(
              isOpen
                ? "applications.review.leave"
                : time
                  ? "applications.review.recalculate"
                  : "applications.review.calculate",
            )}
          </Button>
        </span>
      )}
    </section>
  );
}

type CalculatorProps = Pick<ReviewTimeProps, "row" | "onRow"> & { onDone: () => void };

function Calculator(props: CalculatorProps) {
  const params = { path: { application_id: props.row.id } };
  const path = "/api/programme/applications/{application_id}/time";
  const { data, error } = api.useQuery("get", path, { params });
  if (!data) return error ? <ErrorSummary error={error} /> : <Waiting />;
  return <WhatIf {...props} page={data} />;
}

function WhatIf({ row, onRow, onDone, page }: CalculatorProps & { page: Proposal }) {
  const { t } = useTranslation();
  const whatIf = useWhatIf(ofApplication, row.id, page.proposed);
  const base = page.last?.result;
  return (
    <>
      {page.is_outdated && <Notice tone="warn">{t("applications.review.outdated")}</Notice>}
      <ChoicesForm whatIf={whatIf} proposed={page.proposed} options={page.options} />
      {whatIf.result?.warnings.map((warning) => (
        <Notice key={warning} tone="warn">
          {warning}
        </Notice>
      ))}
      {whatIf.result && <LinesTable result={whatIf.result} base={base} />}
      <SaveTime
        whatIf={whatIf}
        number={page.last?.number ?? 0}
        proposed={page.proposed}
        options={page.options}
        save={async (body) => {
          const params = { path: { application_id: row.id } };
          const path = "/api/programme/applications/{application_id}/time";
          const { data } = await client.POST(path, { params, body });
          if (data) onRow(data);
          onDone();
          return data?.review?.time?.number;
        }}
        why={{
          isNeeded: (own, calculated) => own !== calculated,
          label: t("applications.review.whyOther"),
        }}
      />
    </>
  );
}
