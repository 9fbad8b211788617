import { Button, Form, Input, InputNumber, Select } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { StaleDialog } from "@/ui/StaleDialog";
import { useVersionedForm } from "@/ui/useVersionedForm";
import styles from "./applications.module.css";
import type { Application, Quote } from "./types";

const KINDS = ["audit", "travel", "certificate", "other"] as const;
const CURRENCIES = ["CNY", "USD", "EUR", "HKD", "JPY"] as const;

interface Values {
  currency: (typeof CURRENCIES)[number];
  tax_percent: string;
  note: string;
  lines: { kind: (typeof KINDS)[number]; text: string; quantity: string; rate: string }[];
}

/** What is stored, as far as it is typed. */
type Base = Values & { version: number };

interface QuoteEditorProps {
  row: Application;
  onRow: (row: Application) => void;
}

/** The draft of the next quote: saved and sent in one step. */
export function QuoteEditor({ row, onRow }: QuoteEditorProps) {
  const { t } = useTranslation();
  const draft = row.quotes.find(({ state }) => state === "draft");
  const params = { path: { application_id: row.id } };
  /** The version of our own last save, where sending it was refused after that. */
  const kept = useRef(0);
  const words = [t("applications.quote.kind.audit"), t("applications.quote.kind.certificate")];
  const { formProps, busy, error, dialog } = useVersionedForm<Values, Base>({
    row: { ...startOf(row, draft, words), version: draft?.version ?? 0 },
    valuesOf: valuesFrom,
    save: async (values, begun) => {
      const body = { ...values, version: Math.max(begun, kept.current) };
      const saved = await client.PUT("/api/programme/applications/{application_id}/quote", {
        params,
        body,
      });
      kept.current = saved.data?.quotes.find(({ state }) => state === "draft")?.version ?? 0;
      if (saved.data) onRow(saved.data);
      const sent = await client.POST("/api/programme/applications/{application_id}/quote/send", {
        params,
      });
      if (sent.data) onRow(sent.data);
      return undefined;
    },
  });
  return (
    <Card title={t("applications.quote.write")}>
      <Form<Values> {...formProps}>
        <ErrorSummary error={error} />
        <Form.List name="lines">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => (
                <div key={key} className={styles.row}>
                  <Form.Item name={[name, "kind"]} label={t("applications.quote.kindLabel")}>
                    <Select
                      options={KINDS.map((kind) => ({
                        value: kind,
                        label: t(`applications.quote.kind.${kind}`),
                      }))}
                    />
                  </Form.Item>
                  <Form.Item name={[name, "text"]} label={t("applications.quote.item")}>
                    <Input maxLength={200} />
                  </Form.Item>
                  <Form.Item name={[name, "quantity"]} label={t("applications.quote.quantity")}>
                    <InputNumber stringMode min="0" precision={2} />
                  </Form.Item>
                  <Form.Item name={[name, "rate"]} label={t("applications.quote.rate")}>
                    <InputNumber stringMode min="0" precision={2} />
                  </Form.Item>
                  <Button onClick={() => remove(name)}>{t("applications.remove")}</Button>
                </div>
              ))}
              <Button onClick={() => add({ kind: "travel", text: "", quantity: "1", rate: "0" })}>
                {t("applications.quote.add")}
              </Button>
            </>
          )}
        </Form.List>
        <div className={styles.counts}>
          <Form.Item name="currency" label={t("applications.quote.currency")}>
            <Select options={CURRENCIES.map((code) => ({ value: code, label: code }))} />
          </Form.Item>
          <Form.Item name="tax_percent" label={t("applications.quote.taxLabel")}>
            <InputNumber stringMode min="0" max="100" precision={2} />
          </Form.Item>
        </div>
        <Form.Item name="note" label={t("applications.quote.note")}>
          <Input.TextArea rows={2} maxLength={4000} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("applications.quote.send")}
        </Button>
        <StaleDialog
          labels={{
            lines: t("applications.quote.item"),
            currency: t("applications.quote.currency"),
            tax_percent: t("applications.quote.taxLabel"),
            note: t("applications.quote.note"),
          }}
          textsOf={textsOf}
          {...dialog}
        />
      </Form>
    </Card>
  );
}

/** The draft, else the last quote, else the auditor-days of the review and one certificate. */
function startOf(row: Application, draft: Quote | undefined, [audit, fee]: string[]): Values {
  const from = draft ?? row.quotes[0];
  if (from) return valuesFrom(from as unknown as Base);
  const days = String(row.review?.audit_days ?? 1);
  return {
    currency: "CNY",
    tax_percent: "6",
    note: "",
    lines: [
      { kind: "audit", text: audit ?? "", quantity: days, rate: "3000" },
      { kind: "certificate", text: fee ?? "", quantity: "1", rate: "1000" },
    ],
  };
}

const valuesFrom = ({ currency, tax_percent, note, lines }: Base): Values => ({
  currency,
  tax_percent: String(tax_percent),
  note,
  lines: lines.map(({ kind, text, quantity, rate }) => ({
    kind,
    text,
    quantity: String(quantity),
    rate: String(rate),
  })),
});

/** Lines as one text, numbers without the zeros that only their storage adds. */
const textsOf = (row: Record<string, unknown>) => ({
  tax_percent: String(Number(row.tax_percent)),
  lines: (row.lines as Values["lines"])
    .map(({ text, quantity, rate }) => `${text} ${Number(quantity)} × ${Number(rate)}`)
    .join(" · "),
});
