import { Button, Drawer } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan, useMe } from "@/api/me";
import { saveAs } from "@/lib/download";
import { Instant } from "@/ui/Instant";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Facts } from "@/ui/Page";
import { useRun } from "@/ui/useRun";
import { Decision } from "./Decision";
import styles from "./keys.module.css";
import { type KeyExport, useRefreshEvidence } from "./types";

interface Props {
  of: KeyExport;
  onClose: () => void;
}

/** One request: why, for whom, and the second person's word. */
export function KeyExportDrawer({ of, onClose }: Props) {
  const { t } = useTranslation();
  const facts: (readonly [string, React.ReactNode])[] = [
    [t("keys.audit"), `${of.client} ${of.case}`],
    [t("keys.reason"), of.reason],
    [t("keys.recipientName"), of.recipient_name],
    [t("keys.recipient"), <code key="key">{of.recipient}</code>],
    [t("keys.askedBy"), of.asked_by],
    [t("keys.askedAt"), <Instant key="at" at={of.asked_at} />],
    [t("keys.decidedBy"), of.decided_by],
    [t("keys.refusal"), of.refusal],
    [t("keys.takenAt"), of.taken_at && <Instant key="at" at={of.taken_at} />],
  ];
  return (
    <Drawer open size={560} title={t("keys.one")} onClose={onClose}>
      <div className={styles.drawer}>
        {of.is_lapsed && <Notice tone="warn">{t("keys.lapsedNote")}</Notice>}
        <Facts items={facts.filter(([, value]) => value)} />
        <Acts of={of} />
      </div>
    </Drawer>
  );
}

function Acts({ of }: { of: KeyExport }) {
  const { t } = useTranslation();
  const can = useCan();
  const me = useMe().person.id;
  const { run, busy, error } = useRun(useRefreshEvidence());
  const params = { path: { export_id: of.id } };
  const decide = (is_approved: boolean, refusal = "") =>
    void run(
      client.POST("/api/evidence/key-exports/{export_id}/decision", {
        params,
        body: { is_approved, refusal },
      }),
    );
  const take = () => {
    const path = "/api/evidence/key-exports/{export_id}/taking";
    const taken = client.POST(path, { params, parseAs: "blob" });
    void run(taken.then(({ data }) => saveAs(data as unknown as Blob, `audit-key-${of.case}.age`)));
  };
  const mayDecide = can("key_exports", "A") && of.state === "asked" && of.asked_by_id !== me;
  const mayTake = of.state === "approved" && !of.is_lapsed && of.asked_by_id === me;
  return (
    <div className={styles.acts}>
      <ErrorSummary error={error} />
      {mayDecide && <Decision approve={t("keys.approve")} busy={busy} onDecide={decide} />}
      {mayTake && (
        <Button type="primary" loading={busy} onClick={take}>
          {t("keys.take")}
        </Button>
      )}
      {of.state === "asked" && of.asked_by_id === me && (
        <small className="muted">{t("keys.waiting")}</small>
      )}
    </div>
  );
}
