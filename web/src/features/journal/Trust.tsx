import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { kindKey } from "@/lib/journal";
import { Instant } from "@/ui/Instant";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import styles from "./journal.module.css";
import type { Verification } from "./verification";

/** What anyone may rely on: how far the journal is signed, and what the last check found. */
export function Trust({ verification }: { verification: Verification }) {
  const { t } = useTranslation();
  const { data: checkpoint } = api.useQuery("get", "/api/journal/checkpoint", {}, { retry: false });
  const { last, running, error } = verification;
  return (
    <>
      <ErrorSummary error={error} />
      <Card title={t("journal.trust")} tags={<Verdict verification={verification} />}>
        <dl className={styles.trust}>
          <div>
            <dt>{t("journal.signed")}</dt>
            <dd>
              {checkpoint
                ? t("journal.entries", { count: checkpoint.size })
                : t("journal.unsigned")}
            </dd>
          </div>
          {checkpoint && (
            <div>
              <dt>{t("journal.checkpoint")}</dt>
              <dd>
                <Instant at={checkpoint.at} relative />
              </dd>
            </div>
          )}
          {last?.finished_at && !running && (
            <div>
              <dt>{t("journal.verified")}</dt>
              <dd>
                <Instant at={last.finished_at} relative />
                {" · "}
                {t("journal.examined", { count: last.examined })}
              </dd>
            </div>
          )}
        </dl>
        <p className={styles.promise}>{t("journal.promise")}</p>
      </Card>
      {last && last.found > 0 && !running && <Findings last={last} />}
    </>
  );
}

function Verdict({ verification }: { verification: Verification }) {
  const { t } = useTranslation();
  const { last, running, allowed } = verification;
  if (!allowed) return null;
  if (running) return <StatusTag tone="blue">{t("journal.running")}</StatusTag>;
  if (!last) return <StatusTag>{t("journal.never")}</StatusTag>;
  return last.found > 0 ? (
    <StatusTag tone="bad">{t("journal.broken", { count: last.found })}</StatusTag>
  ) : (
    <StatusTag tone="ok">{t("journal.intact")}</StatusTag>
  );
}

function Findings({ last }: { last: NonNullable<Verification["last"]> }) {
  const { t } = useTranslation();
  const unnamed = last.found - last.findings.length;
  return (
    <Notice tone="bad" alert>
      {t("journal.foundTitle")}
      <ul className={styles.findings}>
        {last.findings.map((finding) => (
          <li key={`${finding.code} ${finding.seq} ${finding.object_id}`}>
            {finding.object_kind
              ? t("ui.fieldError", {
                  label: t(kindKey(finding.object_kind)),
                  sentence: finding.message,
                })
              : finding.message}
          </li>
        ))}
        {unnamed > 0 && <li>{t("journal.more", { count: unnamed })}</li>}
      </ul>
    </Notice>
  );
}
