import { useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan, useIsClient } from "@/api/me";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card, Page, Waiting } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { ApplicantView } from "./ApplicantView";
import styles from "./applications.module.css";
import { ContractCard } from "./ContractCard";
import { InvoiceCard } from "./InvoiceCard";
import { QuoteCard } from "./QuoteCard";
import { QuoteEditor } from "./QuoteEditor";
import { ReviewCard } from "./ReviewCard";
import { Said } from "./Said";
import { Thread } from "./Thread";
import { type Application, shownOf, type State, toneOf } from "./types";
import { actsOf } from "./acts";

/** One application, with the review and the contract that come of it. */
export function ApplicationPage() {
  const { t } = useTranslation();
  const { application: id = "" } = useParams({ strict: false }) as { application?: string };
  const isClient = useIsClient();
  const queryClient = useQueryClient();
  const params = { path: { application_id: id } };
  const options = api.queryOptions("get", "/api/programme/applications/{application_id}", {
    params,
  });
  const { data, error } = api.useQuery("get", "/api/programme/applications/{application_id}", {
    params,
  });
  const onRow = (row: Application) => {
    queryClient.setQueryData(options.queryKey, row);
    void queryClient.invalidateQueries({ queryKey: ["get", "/api/work"] });
  };
  return (
    <Page
      title={data?.name || data?.contact_email || t("applications.one")}
      aside={
        data && (
          <>
            {data.number}{" "}
            <StatusTag tone={toneOf(data.state)}>
              {t(`applications.state.${data.state as State}`)}
            </StatusTag>
          </>
        )
      }
      trail={[{ label: t("shell.nav.applications"), to: "/applications" }]}
    >
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      {data &&
        (isClient ? (
          <ApplicantView row={data} acts={actsOf(data.id)} onRow={onRow} />
        ) : (
          <Office row={data} onRow={onRow} />
        ))}
    </Page>
  );
}

/** What the body sees of it, and whoever's turn it is does. */
function Office({ row, onRow }: { row: Application; onRow: (row: Application) => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const mayReview = can("applications", "A");
  const mayQuote = can("programme", "C");
  const params = { path: { application_id: row.id } };
  const isAccepted = row.state === "accepted";
  const isContracting = isAccepted && row.contract?.state !== "signed";
  const form = shownOf(row);
  const sent = row.quotes.some(({ state }) => state === "sent");
  return (
    <div className={styles.stack}>
      {row.reason && <Notice tone="warn">{row.reason}</Notice>}
      {row.known_client && !row.client_id && (
        <Notice tone="blue">{t("applications.known", { name: row.known_client.name })}</Notice>
      )}
      {row.state === "submitted" && mayReview && <Begin row={row} onRow={onRow} />}
      <div className={styles.columns}>
        <div className={styles.stack}>
          {row.review && row.state !== "draft" && row.state !== "submitted" && (
            <ReviewCard row={row} review={row.review} may={mayReview} onRow={onRow} />
          )}
          {row.contract && (
            <ContractCard
              contract={row.contract}
              side={mayQuote && isAccepted ? "body" : null}
              acts={actsOf(row.id)}
              onSigned={onRow}
            />
          )}
          <InvoiceCard row={row} may={mayQuote} />
          {isContracting && mayQuote && sent && !row.contract && (
            <Act
              label={t("applications.contract.make")}
              run={() =>
                client.POST("/api/programme/applications/{application_id}/contract", { params })
              }
              onRow={onRow}
            />
          )}
          {row.quotes
            .filter(({ state }) => state !== "draft")
            .map((quote) => (
              <QuoteCard key={quote.id} quote={quote} />
            ))}
          {isContracting && mayQuote && !row.contract && !sent && (
            <QuoteEditor row={row} onRow={onRow} />
          )}
        </div>
        <div className={styles.stack}>
          {form ? <Said form={form} /> : <Hidden row={row} onRow={onRow} />}
          <Thread
            messages={row.messages}
            say={
              mayReview && (row.state === "reviewing" || row.state === "info_requested")
                ? {
                    label: t("applications.askLabel"),
                    button: t("applications.ask"),
                    send: async (text) => {
                      const path = "/api/programme/applications/{application_id}/ask";
                      const { data } = await client.POST(path, { params, body: { text } });
                      if (data) onRow(data);
                    },
                  }
                : null
            }
          />
        </div>
      </div>
    </div>
  );
}

function Begin({ row, onRow }: { row: Application; onRow: (row: Application) => void }) {
  const { t } = useTranslation();
  const params = { path: { application_id: row.id } };
  return (
    <Act
      label={t("applications.review.begin")}
      run={() =>
        client.POST("/api/programme/applications/{application_id}/review/begin", { params })
      }
      onRow={onRow}
    />
  );
}

/** A draft is the applicant's own; the body can only send its link again. */
function Hidden({ row, onRow }: { row: Application; onRow: (row: Application) => void }) {
  const { t } = useTranslation();
  const may = useCan()("programme", "C");
  const params = { path: { application_id: row.id } };
  return (
    <Card title={t("applications.said")}>
      <p>{t("applications.hidden")}</p>
      {may && row.has_link && (
        <Act
          plain
          label={t("applications.sendLink")}
          run={() => client.POST("/api/programme/applications/{application_id}/link", { params })}
          onRow={onRow}
        />
      )}
    </Card>
  );
}

interface ActProps {
  label: string;
  plain?: boolean;
  run: () => Promise<{ data?: Application }>;
  onRow: (row: Application) => void;
}

function Act({ label, plain = false, run, onRow }: ActProps) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const go = () => {
    setBusy(true);
    run()
      .then(({ data }) => data && onRow(data), setError)
      .finally(() => setBusy(false));
  };
  return (
    <div className={styles.stack}>
      <ErrorSummary error={error} />
      <span>
        <Button type={plain ? "default" : "primary"} loading={busy} onClick={go}>
          {label}
        </Button>
      </span>
    </div>
  );
}
