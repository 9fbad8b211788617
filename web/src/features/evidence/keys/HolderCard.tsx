import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan, useMe } from "@/api/me";
import { Instant } from "@/ui/Instant";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card, Facts } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { useRun } from "@/ui/useRun";
import { Decision } from "./Decision";
import styles from "./keys.module.css";
import { NewHolderDrawer } from "./NewHolderDrawer";
import { type KeyHolder, useRefreshEvidence } from "./types";

/** Who holds the offline copies of the keys, and who is to hold them. */
export function HolderCard() {
  const { t } = useTranslation();
  const may = useCan()("key_exports", "C");
  const [naming, setNaming] = useState(false);
  const { data, error } = api.useQuery("get", "/api/evidence/key-holders");
  const holding = data?.find(({ is_holding }) => is_holding);
  const asked = data?.find(({ state }) => state === "asked");
  return (
    <Card
      title={t("keys.offline")}
      tags={
        data && (
          <StatusTag tone={holding ? "ok" : "warn"}>
            {holding ? t("keys.heldBy", { name: holding.name }) : t("keys.heldByNobody")}
          </StatusTag>
        )
      }
    >
      <div className={styles.suite}>
        <ErrorSummary error={error} />
        <small className="muted">{t("keys.offlineNote")}</small>
        {holding && <About of={holding} />}
        {asked && <Waiting of={asked} />}
        {may && !asked && data && (
          <Button onClick={() => setNaming(true)}>{t("keys.nameHolder")}</Button>
        )}
      </div>
      {naming && <NewHolderDrawer onClose={() => setNaming(false)} />}
    </Card>
  );
}

function About({ of }: { of: KeyHolder }) {
  const { t } = useTranslation();
  return (
    <Facts
      items={[
        [t("keys.holderName"), of.name],
        [t("keys.recipient"), <code key="recipient">{of.recipient}</code>],
        [t("keys.askedBy"), of.asked_by],
        [t("keys.decidedBy"), of.decided_by],
        [t("keys.since"), of.decided_at && <Instant key="since" at={of.decided_at} />],
      ]}
    />
  );
}

function Waiting({ of }: { of: KeyHolder }) {
  const { t } = useTranslation();
  const can = useCan();
  const me = useMe().person.id;
  const { run, busy, error } = useRun(useRefreshEvidence());
  const decide = (is_approved: boolean, refusal = "") =>
    void run(
      client.POST("/api/evidence/key-holders/{holder_id}/decision", {
        params: { path: { holder_id: of.id } },
        body: { is_approved, refusal },
      }),
    );
  const mayDecide = can("key_exports", "A") && of.asked_by_id !== me;
  return (
    <Notice tone="warn">
      <p>{t("keys.holderAsked", { name: of.name, by: of.asked_by })}</p>
      <p>
        <code>{of.recipient}</code>
      </p>
      <ErrorSummary error={error} />
      {mayDecide ? (
        <div className={styles.acts}>
          <Decision approve={t("keys.approveHolder")} busy={busy} onDecide={decide} />
        </div>
      ) : (
        <small>{t("keys.waiting")}</small>
      )}
    </Notice>
  );
}
