import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan, useIsClient, useMe } from "@/api/me";
import { useRefreshBelow } from "@/api/refresh";
import { ErrorSummary } from "@/ui/Notice";
import { ReasonButton } from "@/ui/ReasonButton";
import { useRun } from "@/ui/useRun";
import styles from "./deletion.module.css";
import { type Order, REVOCABLE } from "./types";

const ORDER = "/api/evidence/deletion-orders/{order_id}";

/** The next word on a deletion, for whoever may say it. */
export function OrderActs({ of }: { of: Order }) {
  const { t } = useTranslation();
  const { run, busy, error } = useRun(useRefreshBelow("/api/evidence"));
  const may = useMay(of);
  const params = { path: { order_id: of.id } };
  const review = (is_confirmed: boolean, objection = "") =>
    void run(client.POST(`${ORDER}/review`, { params, body: { is_confirmed, objection } }));
  const approve = () => void run(client.POST(`${ORDER}/approval`, { params }));
  const release = () => void run(client.POST(`${ORDER}/release`, { params }));
  const refuse = (reason: string) =>
    void run(client.POST(`${ORDER}/refusal`, { params, body: { reason } }));
  const withdraw = (reason: string) =>
    void run(client.POST(`${ORDER}/withdrawal`, { params, body: { reason } }));
  return (
    <div className={styles.acts}>
      <ErrorSummary error={error} />
      {may.review && (
        <Button type="primary" loading={busy} onClick={() => review(true)}>
          {t("deletion.confirm")}
        </Button>
      )}
      {may.review && of.state === "review" && (
        <ReasonButton
          label={t("deletion.object")}
          question={t("deletion.whyObject")}
          busy={busy}
          onReason={(why) => review(false, why)}
        />
      )}
      {may.approve && (
        <Button type="primary" danger loading={busy} onClick={approve}>
          {t("deletion.approve")}
        </Button>
      )}
      {may.release && (
        <Button type="primary" danger loading={busy} onClick={release}>
          {t("deletion.release")}
        </Button>
      )}
      {may.refuse && (
        <ReasonButton
          label={t("deletion.refuse")}
          question={t("deletion.whyRefuse")}
          busy={busy}
          onReason={refuse}
        />
      )}
      {may.withdraw && (
        <ReasonButton
          label={t("deletion.withdraw")}
          question={t("deletion.whyWithdraw")}
          busy={busy}
          onReason={withdraw}
        />
      )}
      {of.certified_at && <Certificate id={of.id} />}
    </div>
  );
}

function Certificate({ id }: { id: string }) {
  const { t } = useTranslation();
  const at = `/api/evidence/deletion-orders/${id}/certificate`;
  return (
    <>
      <Button type="primary" href={`${at}.pdf`} download>
        {t("deletion.pdf")}
      </Button>
      <Button href={`${at}.json`} download>
        {t("deletion.json")}
      </Button>
    </>
  );
}

function useMay(of: Order) {
  const can = useCan();
  const isClient = useIsClient();
  const me = useMe().person.id;
  const isOther = me !== of.ordered_by_id && me !== of.approved_by_id;
  const mayApprove = can("deletion", "A") && !isClient;
  const isAsked = of.state === "review" || of.state === "objected";
  return {
    review: isClient && can("deletion", "A") && isAsked,
    approve: mayApprove && isOther && of.state === "confirmed",
    release: can("deletion", "exec") && isOther && of.state === "approved",
    refuse: mayApprove && REVOCABLE.includes(of.state),
    withdraw: can("deletion", "C") && REVOCABLE.includes(of.state),
  };
}
