import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan } from "@/api/me";
import { Instant } from "@/ui/Instant";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { ReasonButton } from "@/ui/ReasonButton";
import { AccessTag } from "./AccessTag";
import styles from "./people.module.css";
import { useInvitations, useRefresh } from "./queries";
import type { Person } from "./types";

/** Whether the person can sign in, and the letter that lets them. */
export function WayIn({ person }: { person: Person }) {
  const { t } = useTranslation();
  const can = useCan();
  const refresh = useRefresh();
  const invitations = useInvitations(person.id);
  const [error, setError] = useState<unknown>(null);
  const open = invitations.find(({ state }) => state === "open");
  const [busy, setBusy] = useState(false);
  const [wasReset, setWasReset] = useState(false);
  const run = async (action: Promise<unknown>) => {
    setBusy(true);
    setError(null);
    try {
      await action;
      return true;
    } catch (refusal) {
      setError(refusal);
      return false;
    } finally {
      await refresh();
      setBusy(false);
    }
  };
  const reset = (reason: string) => {
    const params = { path: { person_id: person.id } };
    const path = "/api/identity/people/{person_id}/reset-factors";
    void run(client.POST(path, { params, body: { reason } })).then(setWasReset);
  };
  const send = () =>
    run(client.POST("/api/identity/invitations", { body: { person_id: person.id } }));
  const params = { path: { invitation_id: open?.id ?? "" } };
  const waiting = person.is_active && !person.has_account;
  return (
    <section className={styles.section}>
      <div className={styles.role}>
        <AccessTag person={person} invitations={invitations} />
        {open && (
          <small>
            {t("people.linkUntil")} <Instant at={open.expires_at} />
          </small>
        )}
      </div>
      <ErrorSummary error={error} />
      {waiting && can("people", "C") && (
        <div className={styles.buttons}>
          {!open && <Button onClick={send}>{t("people.sendInvitation")}</Button>}
          {open && (
            <>
              <Button
                onClick={() =>
                  void run(
                    client.POST("/api/identity/invitations/{invitation_id}/resend", { params }),
                  )
                }
              >
                {t("people.resend")}
              </Button>
              <Button
                onClick={() =>
                  void run(
                    client.POST("/api/identity/invitations/{invitation_id}/revoke", {
                      params,
                      body: {},
                    }),
                  )
                }
              >
                {t("people.withdraw")}
              </Button>
            </>
          )}
        </div>
      )}
      {person.is_active && person.has_account && can("people", "U") && (
        <div className={styles.role}>
          <ReasonButton
            label={t("people.resetFactors")}
            question={t("people.resetFactorsWhy")}
            busy={busy}
            onReason={reset}
          />
        </div>
      )}
      {wasReset && <Notice tone="ok">{t("people.factorsReset")}</Notice>}
    </section>
  );
}
