import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { informationKey } from "@/lib/risks";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { PathLink } from "@/ui/PathLink";
import { StatusTag } from "@/ui/StatusTag";
import { useCaseWords } from "../cases/words";
import styles from "../risk/risk.module.css";
import { useAct } from "../risk/useRisk";
import { FactDrawer } from "./FactDrawer";
import type { Information, PriorFact } from "./types";

interface FactsProps {
  facts: readonly PriorFact[];
  earlier: Information["earlier"];
  may: boolean;
}

/** What public registers and earlier audits say: source, day seen, statement. */
export function Facts({ facts, earlier, may }: FactsProps) {
  const { t } = useTranslation();
  const { run, busy, error } = useAct();
  const [open, setOpen] = useState<PriorFact | "new" | null>(null);
  const remove = ({ id, version }: PriorFact) =>
    run(
      client.POST("/api/programme/information/facts/{fact_id}/remove", {
        params: { path: { fact_id: id } },
        body: { version },
      }),
    );
  return (
    <Card title={t("information.facts")}>
      <ErrorSummary error={error} />
      {facts.length === 0 && <p className={styles.muted}>{t("information.noFacts")}</p>}
      <ul className={styles.list}>
        {facts.map((fact) => (
          <li key={fact.id}>
            <span className={`${styles.grow} ${styles.words}`}>
              <span>
                <StatusTag>{t(informationKey.fact(fact.kind))}</StatusTag>{" "}
                {fact.is_open && <StatusTag tone="warn">{t("information.isOpen")}</StatusTag>}{" "}
                {fact.statement}
              </span>
              <small>{t("information.seen", { source: fact.source, day: fact.seen_on })}</small>
              {fact.link && (
                <a href={fact.link} target="_blank" rel="noopener noreferrer">
                  {fact.link}
                </a>
              )}
            </span>
            {may && (
              <>
                <Button size="small" onClick={() => setOpen(fact)}>
                  {t("risk.edit")}
                </Button>
                <Button size="small" disabled={busy} onClick={() => remove(fact)}>
                  {t("risk.remove")}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
      <div className={styles.row}>
        {may && <Button onClick={() => setOpen("new")}>{t("information.addFact")}</Button>}
      </div>
      <Earlier earlier={earlier} />
      {open && (
        <FactDrawer fact={open === "new" ? undefined : open} onClose={() => setOpen(null)} />
      )}
    </Card>
  );
}

function Earlier({ earlier }: { earlier: Information["earlier"] }) {
  const { t } = useTranslation();
  const words = useCaseWords();
  if (earlier.length === 0) return null;
  return (
    <section aria-label={t("information.earlier")}>
      <h3>{t("information.earlier")}</h3>
      <ul className={styles.list}>
        {earlier.map((row) => (
          <li key={row.id}>
            <PathLink href={`/audits/${row.id}`}>{row.number}</PathLink>
            <span>{words.kind(row)}</span>
            <span>{words.mode(row.mode)}</span>
            <span className={styles.muted}>{`${row.starts_on} – ${row.ends_on ?? ""}`}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
