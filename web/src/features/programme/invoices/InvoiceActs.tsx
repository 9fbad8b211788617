import { Button, Input } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { dayIn, HERE } from "@/lib/instant";
import { ErrorSummary } from "@/ui/Notice";
import { ReasonButton } from "@/ui/ReasonButton";
import styles from "../applications/applications.module.css";
import { useInvoiceLabels } from "./InvoiceForm";
import type { Invoice } from "./types";

interface InvoiceActsProps {
  invoice: Invoice;
  onRow: (row: Invoice) => void;
  /** What is entered and not saved would not be on the document. */
  isTouched: boolean;
}

/** What whoever makes invoices can do next: issue it, note the payment, make it void. */
export function InvoiceActs({ invoice, onRow, isTouched }: InvoiceActsProps) {
  const { t } = useTranslation();
  const labels = useInvoiceLabels();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const params = { path: { invoice_id: invoice.id } };
  const run = (action: Promise<{ data?: Invoice }>) => {
    setBusy(true);
    setError(null);
    action.then(({ data }) => data && onRow(data), setError).finally(() => setBusy(false));
  };
  const path = "/api/programme/invoices/{invoice_id}";
  const issue = () =>
    run(client.POST(`${path}/issue`, { params, body: { version: invoice.version } }));
  const settle = (paid_on: string) =>
    run(client.POST(`${path}/settle`, { params, body: { paid_on } }));
  const makeVoid = (reason: string) =>
    run(client.POST(`${path}/void`, { params, body: { reason } }));
  const isDraft = invoice.state === "draft";
  if (!isDraft && invoice.state !== "issued") return null;
  return (
    <>
      <ErrorSummary error={error} labels={labels} />
      <div className={styles.actions}>
        {isDraft ? (
          <Button type="primary" loading={busy} disabled={isTouched} onClick={issue}>
            {t("invoices.issue")}
          </Button>
        ) : (
          <Settle busy={busy} onSettle={settle} />
        )}
        <ReasonButton
          danger
          label={t("invoices.makeVoid")}
          question={t("invoices.whyVoid")}
          busy={busy}
          onReason={makeVoid}
        />
        {isDraft && isTouched && <small>{t("invoices.saveFirst")}</small>}
      </div>
    </>
  );
}

function Settle({ busy, onSettle }: { busy: boolean; onSettle: (day: string) => void }) {
  const { t } = useTranslation();
  const id = useId();
  const [day, setDay] = useState(dayIn(HERE));
  return (
    <>
      <label htmlFor={id}>{t("invoices.paid_on")}</label>
      <Input
        id={id}
        type="date"
        className={styles.day}
        value={day}
        onChange={(event) => setDay(event.target.value)}
      />
      <Button type="primary" loading={busy} disabled={!day} onClick={() => onSettle(day)}>
        {t("invoices.settle")}
      </Button>
    </>
  );
}
