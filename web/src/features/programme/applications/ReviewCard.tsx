import { Button, Form, Input, Segmented, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { ReasonButton } from "@/ui/ReasonButton";
import { useSubmit } from "@/ui/useSubmit";
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
  const [form] = Form.useForm<Values>();
  const params = { path: { application_id: row.id } };
  const isOpen = row.state === "reviewing" || row.state === "info_requested";
  const { submit, busy, error } = useSubmit<Values>({
    form,
    save: async (values) => {
      const { data } = await client.PATCH("/api/programme/applications/{application_id}/review", {
        params,
        body: { ...values, version: review.version },
      });
      if (data) onRow(data);
    },
    onSaved: () => undefined,
  });
  return (
    <Card title={t("applications.review.title")} aside={review.reviewer}>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={!may || !isOpen}
        initialValues={valuesOf(review)}
        onFinish={(values) => void submit(values)}
      >
        <ErrorSummary error={error} />
        {CHECKS.map((check) => (
          <CheckRow key={check} check={check} />
        ))}
        <Form.Item name="scope_codes" label={t("applications.review.codes")}>
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[" ", ",", "，"]} />
        </Form.Item>
        {may && isOpen && (
          <Button htmlType="submit" loading={busy}>
            {t("applications.review.save")}
          </Button>
        )}
      </Form>
      <ReviewTime row={row} review={review} may={may && isOpen} onRow={onRow} />
      {may && row.state === "reviewing" && <Outcome row={row} review={review} onRow={onRow} />}
    </Card>
  );
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
