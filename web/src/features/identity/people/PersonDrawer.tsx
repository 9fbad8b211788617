import { Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan, useMe } from "@/api/me";
import { ErrorSummary } from "@/ui/Notice";
import { Waiting } from "@/ui/Page";
import { ReasonButton } from "@/ui/ReasonButton";
import { offerUndo } from "@/ui/undo";
import styles from "./people.module.css";
import { ProfileForm } from "./ProfileForm";
import { type Employer, useRefresh } from "./queries";
import { Roles } from "./Roles";
import type { Person } from "./types";
import { WayIn } from "./WayIn";

interface PersonDrawerProps {
  id: string;
  employers: Employer[];
  onClose: () => void;
}

/** One person: what is known of them, their roles, their way in. */
export function PersonDrawer({ id, employers, onClose }: PersonDrawerProps) {
  const { t } = useTranslation();
  const params = { path: { person_id: id } };
  const { data, error } = api.useQuery("get", "/api/identity/people/{person_id}", { params });
  const employer = employers.find((one) => one.id === data?.tenant_id);
  return (
    <Drawer open size={520} title={data?.name ?? t("people.person")} onClose={onClose}>
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      {data && (
        <div className={styles.sections}>
          <p className="muted">{employer?.name}</p>
          <WayIn person={data} />
          <ProfileForm key={data.id} person={data} />
          <Roles person={data} kind={employer?.kind ?? ""} />
          <Deactivation person={data} onDone={onClose} />
        </div>
      )}
    </Drawer>
  );
}

/** Whoever leaves keeps their history, but can act no more; for ten seconds it can be undone. */
function Deactivation({ person, onDone }: { person: Person; onDone: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const me = useMe();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  if (!can("people", "C") || !person.is_active || person.id === me.person.id) return null;
  const params = { path: { person_id: person.id } };
  const undo = (version: number) =>
    void client
      .POST("/api/identity/people/{person_id}/reactivate", { params, body: { version } })
      .finally(() => void refresh());
  const deactivate = async (reason: string) => {
    setBusy(true);
    try {
      const body = { version: person.version, reason };
      const path = "/api/identity/people/{person_id}/deactivate";
      const { data } = await client.POST(path, { params, body });
      offerUndo(t("people.deactivated", { name: person.name }), () => undo(data?.version ?? 0));
      onDone();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
      void refresh();
    }
  };
  return (
    <section className={styles.section}>
      <h2>{t("people.leave")}</h2>
      <p className="muted">{t("people.leaveNote")}</p>
      <ErrorSummary error={error} />
      <ReasonButton
        danger
        label={t("people.deactivate")}
        question={t("people.why")}
        busy={busy}
        onReason={(reason) => void deactivate(reason)}
      />
    </section>
  );
}
