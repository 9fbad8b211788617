import { useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan } from "@/api/me";
import { Icon } from "@/ui/icons";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card, Facts, Page, Waiting } from "@/ui/Page";
import { PathLink } from "@/ui/PathLink";
import styles from "../applications/applications.module.css";
import { InvoiceActs } from "./InvoiceActs";
import { InvoiceForm } from "./InvoiceForm";
import { InvoiceLines } from "./InvoiceLines";
import { InvoiceTag } from "./InvoiceTag";
import { BANK, BUYER, type Invoice } from "./types";

const PATH = "/api/programme/invoices/{invoice_id}";

/** One invoice: a draft to complete, or what is to be paid, where to and until when. */
export function InvoicePage() {
  const { t } = useTranslation();
  const { invoice: id = "" } = useParams({ strict: false }) as { invoice?: string };
  const may = useCan()("programme", "C");
  const queryClient = useQueryClient();
  const [isTouched, setTouched] = useState(false);
  const params = { path: { invoice_id: id } };
  const options = api.queryOptions("get", PATH, { params });
  const { data, error } = api.useQuery("get", PATH, { params });
  const onRow = (row: Invoice) => {
    queryClient.setQueryData(options.queryKey, row);
    void queryClient.invalidateQueries({ queryKey: ["get", "/api/work"] });
  };
  return (
    <Page
      title={
        data ? data.number || t("invoices.draftOf", { client: data.client }) : t("invoices.one")
      }
      aside={data && <InvoiceTag row={data} />}
      trail={[{ label: t("shell.nav.invoices"), to: "/invoices" }]}
    >
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      {data && (
        <div className={styles.stack}>
          {data.reason && <Notice tone="warn">{t("invoices.voided", { why: data.reason })}</Notice>}
          {may && <InvoiceActs invoice={data} onRow={onRow} isTouched={isTouched} />}
          <div className={styles.columns}>
            <Card title={t("invoices.lines")} aside={<Pdf invoice={data} />}>
              <InvoiceLines invoice={data} />
            </Card>
            {may && data.state === "draft" ? (
              <InvoiceForm key={data.id} invoice={data} onRow={onRow} onTouched={setTouched} />
            ) : (
              <Card title={t("invoices.details")}>
                <Said invoice={data} />
              </Card>
            )}
          </div>
        </div>
      )}
    </Page>
  );
}

function Pdf({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation();
  if (!invoice.pdf_sha256) return null;
  return (
    <a href={`/api/programme/invoices/${invoice.id}/file`} download>
      <Icon name="download" /> {t("invoices.pdf")}
    </a>
  );
}

function Said({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation();
  const items: (readonly [string, ReactNode])[] = [
    [
      t("invoices.contract"),
      <PathLink key="contract" href={`/applications/${invoice.application_id}`}>
        {invoice.contract}
      </PathLink>,
    ],
    [t("invoices.issuedOn"), invoice.issued_on],
    [t("invoices.due_on"), invoice.due_on],
    [t("invoices.paid_on"), invoice.paid_on],
    ...BUYER.map((name) => [t(`invoices.buyer.${name}`), invoice.buyer[name]] as const),
    ...BANK.map((name) => [t(`invoices.bank.${name}`), invoice.bank[name]] as const),
    [t("invoices.note"), invoice.note],
  ];
  return <Facts items={items.filter(([, value]) => value)} />;
}
