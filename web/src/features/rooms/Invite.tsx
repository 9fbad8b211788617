import { Button, Form, Input, Typography } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan } from "@/api/me";
import { ErrorSummary } from "@/ui/Notice";
import styles from "./rooms.module.css";
import type { Session } from "./types";
import { useSend } from "./useSend";

interface Values {
  name: string;
  email: string;
}

/** Somebody of the client without an account: a link to this session, mailed and shown once. */
export function Invite({ of }: { of: Session }) {
  const { t } = useTranslation();
  const may = useCan()("guests", "C");
  const [isOpen, open] = useState(false);
  if (!may) return null;
  return isOpen ? (
    <InviteForm of={of} />
  ) : (
    <Button onClick={() => open(true)}>{t("rooms.invite.button")}</Button>
  );
}

function InviteForm({ of }: { of: Session }) {
  const { t } = useTranslation();
  const [link, setLink] = useState("");
  const { busy, error, send } = useSend();
  const params = { path: { case_id: of.case_id } };
  const { data: audit } = api.useQuery("get", "/api/programme/cases/{case_id}", { params });
  const labels = { name: t("rooms.invite.name"), email: t("rooms.invite.email") };
  const invite = (values: Values) =>
    send(async () => {
      const body = {
        ...values,
        organisation_id: audit?.client_id ?? "",
        scope: of.id,
        expires_at: of.ends_at,
      };
      const { data } = await client.POST("/api/identity/guest-links", { body });
      setLink(data?.link ?? "");
    });
  return (
    <Form<Values> layout="vertical" onFinish={(values) => void invite(values)}>
      <h3>{t("rooms.invite.title")}</h3>
      <ErrorSummary error={error} labels={labels} />
      <Form.Item name="name" label={labels.name} rules={[{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="email" label={labels.email} rules={[{ required: true, type: "email" }]}>
        <Input maxLength={254} />
      </Form.Item>
      <div className={styles.acts}>
        <Button htmlType="submit" loading={busy} disabled={!audit}>
          {t("rooms.invite.submit")}
        </Button>
      </div>
      {link && (
        <p role="status">
          {t("rooms.invite.sent")} <Typography.Text copyable>{link}</Typography.Text>
        </p>
      )}
    </Form>
  );
}
