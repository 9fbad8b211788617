import { Button, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan, useMe } from "@/api/me";
import { roleKey } from "@/lib/roles";
import { Icon } from "@/ui/icons";
import { ErrorSummary } from "@/ui/Notice";
import { ReasonButton } from "@/ui/ReasonButton";
import { StatusTag } from "@/ui/StatusTag";
import { useSubmit } from "@/ui/useSubmit";
import { RoleFields } from "./fields";
import styles from "./people.module.css";
import { useRefresh } from "./queries";
import { type Membership, type Person, type Role, ROLES_OF_KIND } from "./types";

interface RolesProps {
  person: Person;
  kind: string;
}

/** The roles a person has had, has and will have; nobody grants one to themselves. */
export function Roles({ person, kind }: RolesProps) {
  const { t } = useTranslation();
  const can = useCan();
  const me = useMe();
  const [granting, setGranting] = useState(false);
  const mayGrant = can("people", "C") && person.is_active && person.id !== me.person.id;
  return (
    <section className={styles.section}>
      <h2>{t("people.roles")}</h2>
      {person.memberships.length === 0 && <p className="muted">{t("people.noRole")}</p>}
      <ul className={styles.roles}>
        {person.memberships.map((membership) => (
          <RoleLine key={membership.id} membership={membership} mayRevoke={mayGrant} />
        ))}
      </ul>
      {mayGrant && !granting && (
        <div>
          <Button icon={<Icon name="plus" />} onClick={() => setGranting(true)}>
            {t("people.grant")}
          </Button>
        </div>
      )}
      {granting && <Grant person={person} kind={kind} onDone={() => setGranting(false)} />}
    </section>
  );
}

function RoleLine({ membership, mayRevoke }: { membership: Membership; mayRevoke: boolean }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { id, role, valid_from, valid_to, ended_at, is_in_force } = membership;
  const revoke = (reason: string) => {
    setBusy(true);
    const params = { path: { membership_id: id } };
    client
      .POST("/api/identity/people/memberships/{membership_id}/revoke", { params, body: { reason } })
      .catch(setError)
      .finally(() => void refresh().then(() => setBusy(false)));
  };
  const period = valid_to
    ? t("people.period", { from: valid_from, to: valid_to })
    : t("people.periodOpen", { from: valid_from });
  return (
    <li>
      <div className={styles.role}>
        <strong>{t(roleKey(role))}</strong>
        <StatusTag tone={is_in_force ? "ok" : "grey"}>
          {t(is_in_force ? "people.inForce" : ended_at ? "people.revoked" : "people.notInForce")}
        </StatusTag>
        <small>{period}</small>
      </div>
      <ErrorSummary error={error} />
      {mayRevoke && !ended_at && (
        <ReasonButton
          label={t("people.revoke")}
          question={t("people.why")}
          busy={busy}
          onReason={revoke}
        />
      )}
    </li>
  );
}

interface GrantValues {
  role: Role;
  valid_from?: string;
  valid_to?: string;
}

function Grant({ person, kind, onDone }: RolesProps & { onDone: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const [form] = Form.useForm<GrantValues>();
  const { submit, busy, error } = useSubmit<GrantValues>({
    form,
    save: async ({ role, valid_from, valid_to }) => {
      const params = { path: { person_id: person.id } };
      const body = { role, valid_from: valid_from || null, valid_to: valid_to || null };
      await client.POST("/api/identity/people/{person_id}/memberships", { params, body });
      await refresh();
    },
    onSaved: onDone,
  });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(values) => void submit(values)}
    >
      <ErrorSummary error={error} />
      <RoleFields roles={ROLES_OF_KIND[kind] ?? []} />
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("people.grant")}
        </Button>
        <Button onClick={onDone}>{t("ui.cancel")}</Button>
      </div>
    </Form>
  );
}
