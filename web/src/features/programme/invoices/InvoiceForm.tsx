import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { StaleDialog } from "@/ui/StaleDialog";
import { useVersionedForm } from "@/ui/useVersionedForm";
import styles from "../applications/applications.module.css";
import { BANK, BUYER, type Invoice, type InvoiceValues, valuesOf } from "./types";

interface InvoiceFormProps {
  invoice: Invoice;
  onRow: (row: Invoice) => void;
  /** Whether something is entered that is not saved yet. */
  onTouched: (isTouched: boolean) => void;
}

/** The draft: who pays, where to, until when. The amounts are the contract's. */
export function InvoiceForm({ invoice, onRow, onTouched }: InvoiceFormProps) {
  const { t } = useTranslation();
  const labels = useInvoiceLabels();
  const { formProps, busy, error, saved, dialog } = useVersionedForm<InvoiceValues, Invoice>({
    row: invoice,
    valuesOf,
    save: async (values, version) => {
      const { data } = await client.PATCH("/api/programme/invoices/{invoice_id}", {
        params: { path: { invoice_id: invoice.id } },
        body: { ...values, due_on: values.due_on || null, version },
      });
      if (data) onRow(data);
      onTouched(false);
      return data;
    },
  });
  return (
    <Card title={t("invoices.details")}>
      <Form<InvoiceValues>
        {...formProps}
        onValuesChange={() => {
          formProps.onValuesChange();
          onTouched(true);
        }}
      >
        <ErrorSummary error={error} labels={labels} />
        <fieldset className={styles.group}>
          <legend>{t("invoices.buyerGroup")}</legend>
          {BUYER.map((name) => (
            <Form.Item key={name} name={["buyer", name]} label={t(`invoices.buyer.${name}`)}>
              <Input maxLength={200} />
            </Form.Item>
          ))}
        </fieldset>
        <fieldset className={styles.group}>
          <legend>{t("invoices.bankGroup")}</legend>
          {BANK.map((name) => (
            <Form.Item key={name} name={["bank", name]} label={t(`invoices.bank.${name}`)}>
              <Input maxLength={200} />
            </Form.Item>
          ))}
        </fieldset>
        <Form.Item name="due_on" label={t("invoices.due_on")}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="note" label={t("invoices.note")}>
          <Input.TextArea rows={2} maxLength={4000} />
        </Form.Item>
        <Button htmlType="submit" loading={busy}>
          {t("invoices.save")}
        </Button>
        {saved && <Notice tone="ok">{t("invoices.saved")}</Notice>}
      </Form>
      <StaleDialog labels={labels} {...dialog} />
    </Card>
  );
}

/** Field → label, as the server names them in its sentences. */
export function useInvoiceLabels(): Record<string, string> {
  const { t } = useTranslation();
  return {
    ...Object.fromEntries(BUYER.map((name) => [`buyer.${name}`, t(`invoices.buyer.${name}`)])),
    ...Object.fromEntries(BANK.map((name) => [`bank.${name}`, t(`invoices.bank.${name}`)])),
    due_on: t("invoices.due_on"),
    note: t("invoices.note"),
    paid_on: t("invoices.paid_on"),
  };
}
