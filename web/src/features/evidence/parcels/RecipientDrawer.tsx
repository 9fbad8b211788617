import { Drawer } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan, useMe } from "@/api/me";
import { useRefreshBelow } from "@/api/refresh";
import { Instant } from "@/ui/Instant";
import { ErrorSummary } from "@/ui/Notice";
import { Facts } from "@/ui/Page";
import { ReasonButton } from "@/ui/ReasonButton";
import { useRun } from "@/ui/useRun";
import styles from "./parcels.module.css";
import type { Recipient } from "./types";

/** A recipient's key and fingerprint, and the second person's word on it. */
export function RecipientDrawer({ of, onClose }: { of: Recipient; onClose: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const me = useMe().person.id;
  const { run, busy, error } = useRun(useRefreshBelow("/api/evidence"));
  const params = { path: { recipient_id: of.id } };
  const check = (how: string) =>
    void run(
      client.POST("/api/evidence/recipients/{recipient_id}/check", { params, body: { how } }),
    );
  const retire = (reason: string) =>
    void run(
      client.POST("/api/evidence/recipients/{recipient_id}/retire", { params, body: { reason } }),
    );
  const isOpen = !of.checked_at && !of.retired_at;
  const known: (readonly [string, React.ReactNode])[] = [
    [t("parcels.organisation"), of.organisation],
    [t("parcels.email"), of.email],
    [t("parcels.key"), <code key="k">{of.age_key}</code>],
    [t("parcels.fingerprint"), <code key="f">{of.fingerprint}</code>],
    [t("parcels.enteredBy"), of.entered_by],
    [t("parcels.checkedBy"), of.checked_by],
    [t("parcels.how"), of.checked_how],
    [t("parcels.checkedAt"), of.checked_at && <Instant key="c" at={of.checked_at} />],
    [t("parcels.retiredAt"), of.retired_at && <Instant key="r" at={of.retired_at} />],
  ];
  return (
    <Drawer open size={560} title={of.name} onClose={onClose}>
      <div className={styles.take}>
        <Facts items={known.filter(([, value]) => value)} />
        <ErrorSummary error={error} />
        {isOpen && <p className="muted">{t("parcels.checkHint")}</p>}
        {isOpen && can("recipients", "A") && of.entered_by_id !== me && (
          <ReasonButton
            label={t("parcels.check")}
            question={t("parcels.howChecked")}
            busy={busy}
            onReason={check}
          />
        )}
        {!of.retired_at && can("recipients", "U") && (
          <ReasonButton
            danger
            label={t("parcels.retire")}
            question={t("parcels.whyRetire")}
            busy={busy}
            onReason={retire}
          />
        )}
      </div>
    </Drawer>
  );
}
