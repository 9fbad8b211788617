import { useTranslation } from "react-i18next";

import { StatusTag } from "@/ui/StatusTag";
import { type InvoiceSummary, shownState, toneOf } from "./types";

export function InvoiceTag({ row }: { row: InvoiceSummary }) {
  const { t } = useTranslation();
  const state = shownState(row);
  return <StatusTag tone={toneOf(state)}>{t(`invoices.state.${state}`)}</StatusTag>;
}
