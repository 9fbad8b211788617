import { useNavigate } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { PathLink } from "@/ui/PathLink";
import { InvoiceTag } from "../invoices/InvoiceTag";
import { money } from "../invoices/types";
import type { Application } from "./types";

/** The invoice of the signed contract, or the step to its draft. */
export function InvoiceCard({ row, may }: { row: Application; may: boolean }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { invoice } = row;
  if (row.contract?.state !== "signed" || (!invoice && !may)) return null;
  const draft = () => {
    setBusy(true);
    const params = { path: { application_id: row.id } };
    client
      .POST("/api/programme/applications/{application_id}/invoice", { params })
      .then(({ data }) => {
        if (data) void navigate({ to: "/invoices/$invoice", params: { invoice: data.id } });
      }, setError)
      .finally(() => setBusy(false));
  };
  return (
    <Card title={t("invoices.one")} tags={invoice && <InvoiceTag row={invoice} />}>
      <ErrorSummary error={error} />
      {invoice ? (
        <PathLink href={`/invoices/${invoice.id}`}>
          {invoice.number || t("invoices.noNumber")} · {money(invoice.gross_cents)}{" "}
          {invoice.currency}
        </PathLink>
      ) : (
        <Button type="primary" loading={busy} onClick={draft}>
          {t("invoices.make")}
        </Button>
      )}
    </Card>
  );
}
