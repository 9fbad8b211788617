import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan } from "@/api/me";
import { Instant } from "@/ui/Instant";
import { ErrorSummary } from "@/ui/Notice";
import { AccessTag } from "./AccessTag";
import styles from "./people.module.css";
import { useInvitations, useRefresh } from "./queries";
import type { Person } from "./types";

/** Whether the person can sign in, and the letter that lets them. */
export function InvitationCard({ person }: { person: Person }) {
  const { t } = useTranslation();
  const can = useCan();
  const refresh = useRefresh();
  const invitations = useInvitations();
  const [error, setError] = useState<unknown>(null);
  const open = invitations.find(
    ({ person_id, state }) => person_id === person.id && state === "open",
  );
  const run = (action: Promise<unknown>) => {
    setError(null);
    action.catch(setError).finally(() => void refresh());
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
                  run(client.POST("/api/identity/invitations/{invitation_id}/resend", { params }))
                }
              >
                {t("people.resend")}
              </Button>
              <Button
                onClick={() =>
                  run(
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
    </section>
  );
}
