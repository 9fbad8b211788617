import { useTranslation } from "react-i18next";

import styles from "../applications/applications.module.css";
import { type Invoice, money } from "./types";

/** What is to be paid for, the tax, and what it comes to. */
export function InvoiceLines({ invoice }: { invoice: Invoice }) {
  const { t } = useTranslation();
  const sums = [
    [t("invoices.net"), invoice.net_cents],
    [t("applications.quote.tax", { percent: Number(invoice.tax_percent) }), invoice.tax_cents],
  ] as const;
  return (
    <table className={styles.lines}>
      <thead>
        <tr>
          <th scope="col">{t("applications.quote.item")}</th>
          <th scope="col">{t("applications.quote.quantity")}</th>
          <th scope="col">{t("applications.quote.rate")}</th>
          <th scope="col">{t("applications.quote.amount")}</th>
        </tr>
      </thead>
      <tbody>
        {invoice.lines.map((line, place) => (
          <tr key={place}>
            <td>{line.text}</td>
            <td>{line.quantity}</td>
            <td>{line.rate}</td>
            <td>{money(line.amount_cents)}</td>
          </tr>
        ))}
        {sums.map(([label, cents]) => (
          <tr key={label}>
            <td>{label}</td>
            <td>—</td>
            <td>—</td>
            <td>{money(cents)}</td>
          </tr>
        ))}
        <tr>
          <td>
            <b>{t("invoices.gross")}</b>
          </td>
          <td>—</td>
          <td>{invoice.currency}</td>
          <td>
            <b>{money(invoice.gross_cents)}</b>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
