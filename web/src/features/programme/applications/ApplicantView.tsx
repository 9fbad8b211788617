import { useTranslation } from "react-i18next";

import { Notice } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { ApplicationForm } from "./ApplicationForm";
import styles from "./applications.module.css";
import { ContractCard } from "./ContractCard";
import { InvoiceCard } from "./InvoiceCard";
import { QuoteCard } from "./QuoteCard";
import { Said } from "./Said";
import { Thread } from "./Thread";
import { type Acts, type Application, shownOf, type State } from "./types";

interface ApplicantViewProps {
  row: Application;
  acts: Acts;
  onRow: (row: Application) => void;
}

/** What an applicant sees, with or without an account: whose turn it is, and what to do. */
export function ApplicantView({ row, acts, onRow }: ApplicantViewProps) {
  const { t } = useTranslation();
  const isAsked = row.state === "info_requested";
  const isOpen = row.state === "draft" || isAsked;
  const form = shownOf(row);
  const answer = async (text: string) => onRow(await acts.answer(text));
  return (
    <div className={styles.stack}>
      {row.state !== "draft" && (
        <Notice tone={isAsked || row.state === "declined" ? "warn" : "ok"}>
          {t(`applications.now.${row.state as Exclude<State, "draft">}`, { number: row.number })}
          {row.reason && <p>{row.reason}</p>}
        </Notice>
      )}
      <Thread
        messages={row.messages}
        say={
          isAsked
            ? {
                label: t("applications.answerLabel"),
                button: t("applications.answer"),
                send: answer,
              }
            : null
        }
      />
      {row.contract && (
        <ContractCard
          contract={row.contract}
          side={row.state === "accepted" ? "client" : null}
          acts={acts}
          onSigned={onRow}
        />
      )}
      <InvoiceCard row={row} may={false} />
      {row.quotes.map((quote) => (
        <QuoteCard key={quote.id} quote={quote} />
      ))}
      {isOpen && form && (
        <Card title={t(isAsked ? "applications.formAgain" : "applications.form")}>
          <ApplicationForm key={row.state} row={row} form={form} acts={acts} onRow={onRow} />
        </Card>
      )}
      {!isOpen && form && <Said form={form} />}
    </div>
  );
}
