import { Link } from "@tanstack/react-router";
import { Button, Drawer, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan } from "@/api/me";
import { ErrorSummary } from "@/ui/Notice";
import { Waiting } from "@/ui/Page";
import { ReasonButton } from "@/ui/ReasonButton";
import { StatusTag } from "@/ui/StatusTag";
import styles from "./organisations.module.css";
import { ProfileForm } from "./ProfileForm";
import { type Organisation, useRefresh } from "./types";

interface OrganisationDrawerProps {
  id: string;
  onClose: () => void;
}

export function OrganisationDrawer({ id, onClose }: OrganisationDrawerProps) {
  const { t } = useTranslation();
  const params = { path: { party_id: id } };
  const { data, error } = api.useQuery("get", "/api/identity/organisations/{party_id}", { params });
  return (
    <Drawer open size={520} title={data?.name ?? t("organisations.one")} onClose={onClose}>
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      {data && (
        <div className={styles.sections}>
          <Engagement organisation={data} />
          <ProfileForm organisation={data} />
        </div>
      )}
    </Drawer>
  );
}

/** From when until when the organisation's people reach what the body shares with them. */
function Engagement({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const can = useCan();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { id, is_in_force, valid_from, valid_to } = organisation;
  const params = { path: { party_id: id } };
  const run = (action: Promise<unknown>) => {
    setBusy(true);
    setError(null);
    action.catch(setError).finally(() => void refresh().then(() => setBusy(false)));
  };
  const end = (reason: string) =>
    run(client.POST("/api/identity/organisations/{party_id}/end", { params, body: { reason } }));
  return (
    <section className={styles.section}>
      <div className={styles.row}>
        <StatusTag tone={is_in_force ? "ok" : "grey"}>
          {t(is_in_force ? "organisations.inForce" : "organisations.ended")}
        </StatusTag>
        <small>
          {valid_to
            ? t("organisations.period", { from: valid_from, to: valid_to })
            : t("organisations.since", { from: valid_from })}
        </small>
        {can("people", "R") && (
          <Link to="/people" search={{ tenant_id: id }}>
            {t("organisations.people")}
          </Link>
        )}
      </div>
      <ErrorSummary error={error} />
      {can("organisations", "C") && is_in_force && (
        <div className={styles.row}>
          <ReasonButton
            label={t("organisations.end")}
            question={t("people.why")}
            busy={busy}
            onReason={end}
          />
        </div>
      )}
      {can("organisations", "C") && !is_in_force && (
        <Form<{ valid_from: string; valid_to?: string }>
          layout="vertical"
          requiredMark={false}
          onFinish={(dates) =>
            run(
              client.POST("/api/identity/organisations/{party_id}/renew", {
                params,
                body: { valid_from: dates.valid_from, valid_to: dates.valid_to || null },
              }),
            )
          }
        >
          <Form.Item
            name="valid_from"
            label={t("organisations.from")}
            rules={[{ required: true, message: t("organisations.fromMissing") }]}
          >
            <Input type="date" />
          </Form.Item>
          <Form.Item name="valid_to" label={t("organisations.to")} extra={t("people.toNote")}>
            <Input type="date" />
          </Form.Item>
          <Button htmlType="submit" loading={busy}>
            {t("organisations.renew")}
          </Button>
        </Form>
      )}
    </section>
  );
}
