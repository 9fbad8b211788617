import { Button, Form, Input, Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card, Facts } from "@/ui/Page";
import { ReasonButton } from "@/ui/ReasonButton";
import { StaleDialog } from "@/ui/StaleDialog";
import { useVersionedForm } from "@/ui/useVersionedForm";
import styles from "./applications.module.css";
import { ReviewTime } from "./ReviewTime";
import { type Application, CHECKS, type Check, type Review } from "./types";

type Verdict = "" | "yes" | "no";
interface Values {
  checks: Record<Check, { verdict: Verdict; note: string }>;
  scope_codes: string[];
}

interface ReviewCardProps {
  row: Application;
  review: Review;
  /** Whether the reader decides; otherwise it is only shown. */
  may: boolean;
  onRow: (row: Application) => void;
}

/** The contract review: a verdict and a note for each check, codes, audit time, and the outcome. */
export function ReviewCard({ row, review, may, onRow }: ReviewCardProps) {
  const { t } = useTranslation();
  const isOpen = row.state === "reviewing" || row.state === "info_requested";
  return (
    <Card title={t("applications.review.title")} aside={review.reviewer}>
      <ReviewForm row={row} review={review} may={may && isOpen} onRow={onRow} />
      <ReviewTime row={row} review={review} may={may && isOpen} onRow={onRow} />
      {may && row.state === "reviewing" && <Outcome row={row} review={review} onRow={onRow} />}
    </Card>
  );
}

function ReviewForm({ row, review, may, onRow }: ReviewCardProps) {
  const { t } = useTranslation();
  const labels = useReviewLabels();
  const { formProps, busy, error, dialog } = useVersionedForm<Values, Review>({
    row: review,
    valuesOf,
    save: async (values, version) => {
      const { data } = await client.PATCH("/api/programme/applications/{application_id}/review", {
        params: { path: { application_id: row.id } },
        body: { ...values, version },
      });
      if (data) onRow(data);
      return data?.review ?? undefined;
    },
  });
  const verdicts = { yes: t("applications.review.yes"), no: t("applications.review.no") };
  return (
    <Form<Values> {...formProps} disabled={!may}>
      <ErrorSummary error={error} labels={labels} />
      {CHECKS.map((check) => (
        <CheckRow key={check} check={check} />
      ))}
      {may ? (
        <Form.Item name="scope_codes" label={labels.scope_codes}>
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[" ", ",", "，"]} />
        </Form.Item>
      ) : (
        <Facts
          items={[[t("applications.review.codes"), review.scope_codes.join(" ") || t("ui.none")]]}
        />
      )}
      {may && (
        <Button htmlType="submit" loading={busy}>
          {t("applications.review.save")}
        </Button>
      )}
      <StaleDialog
        labels={labels}
        show={(field, value) =>
          field.endsWith(".verdict") ? (verdicts[value as "yes" | "no"] ?? "") : value
        }
        textsOf={({ scope_codes: codes }) => ({ scope_codes: (codes as string[]).join(" ") })}
        {...dialog}
      />
    </Form>
  );
}

/** Field → label: for each check its verdict, then its note. */
function useReviewLabels(): Record<string, string> {
  const { t } = useTranslation();
  const labels = CHECKS.flatMap((check) => {
    const name = t(`applications.check.${check}`);
    return [
      [`checks.${check}.verdict`, name],
      [`checks.${check}.note`, `${name} · ${t("applications.review.note")}`],
    ];
  });
  return { ...Object.fromEntries(labels), scope_codes: t("applications.review.codes") };
}

function CheckRow({ check }: { check: Check }) {
  const { t } = useTranslation();
  return (
    <div className={styles.check}>
      <span>{t(`applications.check.${check}`)}</span>
      <Form.Item name={["checks", check, "verdict"]} noStyle>
        <Segmented<Verdict>
          aria-label={t(`applications.check.${check}`)}
          options={[
            { value: "", label: "—" },
            { value: "yes", label: t("applications.review.yes") },
            { value: "no", label: t("applications.review.no") },
          ]}
        />
      </Form.Item>
      <Form.Item name={["checks", check, "note"]} noStyle>
        <Input
          maxLength={4000}
          aria-label={t("applications.review.note")}
          placeholder={t("applications.review.note")}
        />
      </Form.Item>
    </div>
  );
}

function Outcome({ row, review, onRow }: Omit<ReviewCardProps, "may">) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const params = { path: { application_id: row.id } };
  const run = (action: Promise<{ data?: Application }>) => {
    setBusy(true);
    setError(null);
    action.then(({ data }) => data && onRow(data), setError).finally(() => setBusy(false));
  };
  const accept = () =>
    run(client.POST("/api/programme/applications/{application_id}/accept", { params }));
  const decline = (reason: string) =>
    run(
      client.POST("/api/programme/applications/{application_id}/decline", {
        params,
        body: { reason },
      }),
    );
  return (
    <div className={styles.stack}>
      <ErrorSummary error={error} />
      {review.missing.length > 0 && (
        <Notice tone="warn">
          {t("applications.review.missing", { count: review.missing.length })}
          <ul className={styles.missing}>
            {review.missing.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div className={styles.actions}>
        <Button type="primary" loading={busy} disabled={review.missing.length > 0} onClick={accept}>
          {t("applications.review.accept")}
        </Button>
        <ReasonButton
          danger
          label={t("applications.review.decline")}
          question={t("applications.review.whyDecline")}
          busy={busy}
          onReason={decline}
        />
      </div>
    </div>
  );
}

function valuesOf(review: Review): Values {
  const checks = Object.fromEntries(
    CHECKS.map((check) => [check, review.checks[check] ?? { verdict: "", note: "" }]),
  );
  return {
    checks: checks as Values["checks"],
    scope_codes: review.scope_codes,
  };
}
