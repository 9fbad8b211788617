import { Link } from "@tanstack/react-router";
import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { requestKey } from "@/lib/requests";
import { Icon } from "@/ui/icons";
import { ErrorSummary } from "@/ui/Notice";
import { Waiting } from "@/ui/Page";
import { ReasonButton } from "@/ui/ReasonButton";
import { StatusTag } from "@/ui/StatusTag";
import { hoursOn } from "./hours";
import styles from "./sampling.module.css";
import { type DrawnRow, standing, useDeed, type WholeSample } from "./types";

const MOST = 200;
const SHORT_HOURS = 2;
const DONE: readonly string[] = ["provided", "accepted"];

/** What was drawn, each row with its request; replaced ones stay in sight. */
export function DrawnRows({ of, mayDraw }: { of: WholeSample; mayDraw: boolean }) {
  const { t } = useTranslation();
  const draw = standing(of);
  const { data, error } = api.useQuery("get", "/api/evidence/samples/{sample_id}/rows", {
    params: { path: { sample_id: of.id }, query: { size: MOST } },
  });
  const mayReplace = mayDraw && draw !== undefined && draw.state !== "drawing";
  return (
    <section>
      <h2>{t("sampling.rows.title")}</h2>
      <ErrorSummary error={error} />
      {mayDraw && draw?.state === "drawn" && <Issue of={of} />}
      {!data && !error && <Waiting />}
      {data && (
        <>
          <a href={`/api/evidence/samples/${of.id}/rows?format=xlsx`} download>
            <Icon name="download" /> {t("ui.export")}
          </a>
          <ol className={styles.list}>
            {data.items.map((row) => (
              <li key={row.id}>
                <Row of={of} row={row} />
                {mayReplace && !row.replaced_at && !DONE.includes(row.request_state) && (
                  <Replace of={of} row={row} />
                )}
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function Row({ of, row }: { of: WholeSample; row: DrawnRow }) {
  const { t } = useTranslation();
  return (
    <>
      <span className={row.replaced_at ? styles.gone : undefined}>
        <strong>{`#${row.number}`}</strong> {row.cells.filter(Boolean).join(" · ")}
      </span>
      <span className={styles.line}>
        {row.stratum && <small className="muted">{row.stratum}</small>}
        {row.replaces !== null && (
          <small>{t("sampling.rows.replaces", { number: row.replaces })}</small>
        )}
        {row.reason && <small>{t("sampling.rows.replacedWhy", { reason: row.reason })}</small>}
        {row.request_id ? (
          <>
            <Link
              to="/audits/$case/evidence/requests"
              params={{ case: of.case_id }}
              search={{ request: row.request_id }}
            >
              {row.request_code}
            </Link>
            <StatusTag>{t(requestKey.state(row.request_state))}</StatusTag>
          </>
        ) : (
          <small className="muted">{t("sampling.rows.notAsked")}</small>
        )}
      </span>
    </>
  );
}

function Replace({ of, row }: { of: WholeSample; row: DrawnRow }) {
  const { t } = useTranslation();
  const { run, busy, error } = useDeed();
  const replace = (reason: string) =>
    run(
      client.POST("/api/evidence/samples/{sample_id}/replace", {
        params: { path: { sample_id: of.id } },
        body: { row_id: row.id, reason },
      }),
    );
  return (
    <>
      <ErrorSummary error={error} />
      <ReasonButton
        label={t("sampling.rows.replace")}
        question={t("sampling.rows.whyReplace")}
        busy={busy}
        onReason={(reason) => void replace(reason)}
      />
    </>
  );
}

function Issue({ of }: { of: WholeSample }) {
  const { t } = useTranslation();
  const { run, busy, error } = useDeed();
  const [due, setDue] = useState(() => hoursOn(SHORT_HOURS));
  const issue = () =>
    run(
      client.POST("/api/evidence/samples/{sample_id}/issue", {
        params: { path: { sample_id: of.id } },
        body: { due_at: new Date(due).toISOString() },
      }),
    );
  return (
    <div className={styles.form}>
      <ErrorSummary error={error} />
      <label className={styles.field}>
        {t("sampling.rows.issueDue")}
        <Input type="datetime-local" value={due} onChange={(event) => setDue(event.target.value)} />
      </label>
      <Button type="primary" loading={busy} disabled={!due} onClick={() => void issue()}>
        {t("sampling.rows.issue")}
      </Button>
      <small className="muted">{t("sampling.rows.issueNote")}</small>
    </div>
  );
}
