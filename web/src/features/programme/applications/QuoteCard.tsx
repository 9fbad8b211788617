import { useTranslation } from "react-i18next";

import { Card } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import styles from "./applications.module.css";
import type { Quote } from "./types";

/** One version of a quote: its lines, the tax and what it comes to. */
export function QuoteCard({ quote }: { quote: Quote }) {
  const { t } = useTranslation();
  const isSent = quote.state === "sent";
  return (
    <Card
      title={t("applications.quote.title", { number: quote.number })}
      tags={
        <StatusTag tone={isSent ? "ok" : "grey"}>
          {t(`applications.quote.state.${quote.state as "draft" | "sent" | "superseded"}`)}
        </StatusTag>
      }
    >
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
          {quote.lines.map((line, place) => (
            <tr key={place}>
              <td>{line.text}</td>
              <td>{line.quantity}</td>
              <td>{line.rate}</td>
              <td>{line.amount}</td>
            </tr>
          ))}
          <tr>
            <td>{t("applications.quote.tax", { percent: quote.tax_percent })}</td>
            <td>—</td>
            <td>—</td>
            <td>{quote.tax}</td>
          </tr>
          <tr>
            <td>
              <b>{t("applications.quote.total")}</b>
            </td>
            <td>—</td>
            <td>{quote.currency}</td>
            <td>
              <b>{quote.gross}</b>
            </td>
          </tr>
        </tbody>
      </table>
      {quote.note && <p>{quote.note}</p>}
    </Card>
  );
}
