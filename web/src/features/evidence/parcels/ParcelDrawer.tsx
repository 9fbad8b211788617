import { Drawer } from "antd";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan } from "@/api/me";
import { useRefreshBelow } from "@/api/refresh";
import { Instant } from "@/ui/Instant";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Facts, Waiting } from "@/ui/Page";
import { ReasonButton } from "@/ui/ReasonButton";
import { StatusTag } from "@/ui/StatusTag";
import { useRun } from "@/ui/useRun";
import { Contents } from "./Contents";
import styles from "./parcels.module.css";
import { toneOf, type WholeParcel } from "./types";

/** One parcel: to whom, under which key, with what in it, and whether it arrived. */
export function ParcelDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const params = { path: { parcel_id: id } };
  const { data, error } = api.useQuery("get", "/api/evidence/parcels/{parcel_id}", { params });
  return (
    <Drawer open size={640} title={data?.code ?? t("parcels.one")} onClose={onClose}>
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      {data && <Whole of={data} />}
    </Drawer>
  );
}

const Said = ({ of }: { of: string }) => <span className={styles.letter}>{of || "—"}</span>;

function Whole({ of }: { of: WholeParcel }) {
  const { t } = useTranslation();
  const may = useCan()("parcels", "U") && !of.withdrawn_at;
  const { run, busy, error } = useRun(useRefreshBelow("/api/evidence"));
  const withdraw = (reason: string) => {
    const params = { path: { parcel_id: of.id } };
    const path = "/api/evidence/parcels/{parcel_id}/withdraw";
    void run(client.POST(path, { params, body: { reason } }));
  };
  const known: (readonly [string, React.ReactNode])[] = [
    [t("parcels.recipient"), [of.recipient, of.organisation].filter(Boolean).join(" · ")],
    [t("parcels.fingerprint"), <code key="f">{of.fingerprint}</code>],
    [t("parcels.from"), of.packed_name],
    [t("parcels.packedAt"), <Instant key="at" at={of.packed_at} />],
    [t("parcels.until"), <Instant key="until" at={of.expires_at} />],
    [t("parcels.fetchedAt"), of.fetched_at && <Instant key="f" at={of.fetched_at} />],
    [t("parcels.receivedAt"), of.received_at && <Instant key="r" at={of.received_at} />],
    [t("parcels.receivedBy"), of.received_name],
    [t("parcels.letter"), <Said key="l" of={of.letter} />],
  ];
  return (
    <div className={styles.take}>
      <p>
        <StatusTag tone={toneOf(of)}>{t(`parcels.state.${of.state}`)}</StatusTag>
      </p>
      {of.broken_item && (
        <Notice tone="bad">{t("parcels.broken", { item: of.broken_item })}</Notice>
      )}
      <Facts items={known.filter(([, value]) => value)} />
      <Contents of={of.contents} />
      <ErrorSummary error={error} />
      {may && (
        <ReasonButton
          danger
          label={t("parcels.withdraw")}
          question={t("parcels.whyWithdraw")}
          busy={busy}
          onReason={withdraw}
        />
      )}
    </div>
  );
}
