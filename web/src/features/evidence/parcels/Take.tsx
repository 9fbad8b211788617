import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan } from "@/api/me";
import { useRefreshBelow } from "@/api/refresh";
import { saveFrom } from "@/lib/download";
import { bytes } from "@/lib/evidence";
import { Icon } from "@/ui/icons";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { useRun } from "@/ui/useRun";
import styles from "./parcels.module.css";
import { SendDrawer } from "./SendDrawer";

/** What can be done with chosen items: downloaded as a bag, or sent sealed to somebody. */
export function Take({ caseId, ids }: { caseId: string; ids: readonly string[] }) {
  const { t } = useTranslation();
  const maySend = useCan()("parcels", "C");
  const { run, busy, error } = useRun(useRefreshBelow("/api/evidence"));
  const [packed, setPacked] = useState<string>();
  const [sending, send] = useState(false);
  const download = async () => {
    const { data } = await client.POST("/api/evidence/cases/{case_id}/bundles", {
      params: { path: { case_id: caseId } },
      body: { item_ids: [...ids] },
    });
    if (!data) return;
    setPacked(data.id);
    saveFrom(data.href, data.file_name);
  };
  return (
    <section className={styles.take} aria-label={t("parcels.take")}>
      <ErrorSummary error={error} />
      <div className={styles.buttons}>
        <span role="status">
          {ids.length ? t("parcels.chosen", { count: ids.length }) : t("parcels.all")}
        </span>
        <Button icon={<Icon name="download" />} loading={busy} onClick={() => run(download())}>
          {t("parcels.download")}
        </Button>
        {maySend && <Button onClick={() => send(true)}>{t("parcels.send")}</Button>}
      </div>
      {packed && <Packed id={packed} />}
      {sending && <SendDrawer caseId={caseId} ids={ids} onClose={() => send(false)} />}
    </section>
  );
}

/** How the download went: a broken one names the item that did not verify. */
function Packed({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data } = api.useQuery("get", "/api/evidence/bundles/{bundle_id}", {
    params: { path: { bundle_id: id } },
  });
  if (!data) return null;
  if (data.broken_item) {
    return <Notice tone="bad">{t("parcels.broken", { item: data.broken_item })}</Notice>;
  }
  return (
    <Notice tone="ok">
      {t("parcels.packed", { code: data.code, count: data.count, size: bytes(data.size) })}
    </Notice>
  );
}
