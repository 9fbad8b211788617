import { Button, Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan } from "@/api/me";
import { clausesText } from "@/lib/clauses";
import { bytes, evidenceKey } from "@/lib/evidence";
import { Instant } from "@/ui/Instant";
import { ErrorSummary } from "@/ui/Notice";
import { Facts, Waiting } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { Keeping } from "../keeping/Keeping";
import { Custody } from "./Custody";
import { DescriptionForm } from "./DescriptionForm";
import { Examination } from "./Examination";
import styles from "./library.module.css";
import { Original } from "./Original";
import { toneOf, type WholeItem } from "./types";
import { Verify } from "./Verify";
import { Viewer } from "./Viewer";

/** One item: what it shows, what is known of it, whether it is intact, who had it in hand. */
export function ItemDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const params = { path: { evidence_id: id } };
  const { data, error } = api.useQuery("get", "/api/evidence/items/{evidence_id}", { params });
  return (
    <Drawer
      open
      size={640}
      title={data ? `${data.code} ${data.name}` : t("evidence.one")}
      onClose={onClose}
    >
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      {data && (
        <div className={styles.sections}>
          <Examination of={data} />
          <Viewer of={data} />
          <About of={data} />
          <Editions of={data} />
          <Original of={data} />
          <Keeping id={data.id} caseId={data.case_id} />
          <Verify of={data} />
          <Custody of={data} />
        </div>
      )}
    </Drawer>
  );
}

function About({ of }: { of: WholeItem }) {
  const { t } = useTranslation();
  const may = useCan()("evidence", "U") && of.state !== "destroyed";
  const [editing, setEditing] = useState(false);
  if (editing) return <DescriptionForm of={of} onDone={() => setEditing(false)} />;
  const known: (readonly [string, React.ReactNode])[] = [
    [t("evidence.kindLabel"), t(evidenceKey.kind(of.kind))],
    [t("evidence.originLabel"), t(evidenceKey.origin(of.origin))],
    [t("evidence.retentionLabel"), t(evidenceKey.retention(of.retention))],
    [t("evidence.provided"), of.provided_name],
    [t("evidence.received"), <Instant key="at" at={of.received_at} seconds />],
    [t("evidence.arose"), of.arose_at && <Instant key="at" at={of.arose_at} seconds />],
    [t("evidence.effective"), of.effective_on],
    [t("evidence.place"), of.site],
    [t("evidence.planItem"), of.plan_item],
    [t("evidence.clauses"), clausesText(of.clauses)],
    [t("evidence.note"), of.note],
    [t("evidence.size"), `${bytes(of.size)} · ${of.media_type}`],
    [t("evidence.hash"), <code key="hash">{of.sha256}</code>],
    [t("evidence.experts"), of.assigned_to.map(({ name }) => name).join("、")],
  ];
  return (
    <section>
      <p>
        <StatusTag tone={toneOf(of.state)}>{t(evidenceKey.state(of.state))}</StatusTag>
      </p>
      <Facts items={known.filter(([, value]) => value)} />
      {may && (
        <p className={styles.under}>
          <Button onClick={() => setEditing(true)}>{t("evidence.edit")}</Button>
        </p>
      )}
    </section>
  );
}

function Editions({ of }: { of: WholeItem }) {
  const { t } = useTranslation();
  if (of.editions.length < 2) return null;
  return (
    <section>
      <h2>{t("evidence.editions")}</h2>
      <ol className={styles.lines}>
        {of.editions.map((each) => (
          <li key={each.id}>
            <strong>{t("evidence.version", { edition: each.edition })}</strong>
            <span>{each.code}</span>
            <Instant at={each.received_at} />
            <code title={each.sha256}>{each.sha256.slice(0, 12)}</code>
          </li>
        ))}
      </ol>
    </section>
  );
}
