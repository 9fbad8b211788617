import { useLocation } from "@tanstack/react-router";
import { Button, Form, Input } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { saveFrom } from "@/lib/download";
import { bytes } from "@/lib/evidence";
import { Icon } from "@/ui/icons";
import { Instant } from "@/ui/Instant";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Facts, Waiting } from "@/ui/Page";
import { PublicFrame } from "@/ui/PublicFrame";
import { useSubmit } from "@/ui/useSubmit";
import { Contents } from "./Contents";
import styles from "./parcels.module.css";
import { type SeenParcel } from "./types";

/** The cover letter for whoever holds the link: what it is, how to open it, and "it arrived". */
export function ParcelPage() {
  const { t } = useTranslation();
  const token = useLocation({ select: (location) => location.hash });
  const [seen, setSeen] = useState<SeenParcel>();
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    client
      .POST("/api/evidence/parcels/look", { body: { token: token || "-" } })
      .then(({ data }) => setSeen(data), setError);
  }, [token]);
  return (
    <PublicFrame wide title={t("parcels.public")}>
      <ErrorSummary error={error} />
      {!seen && error === null && <Waiting />}
      {seen && <Letter of={seen} token={token} onConfirmed={setSeen} />}
    </PublicFrame>
  );
}

interface LetterProps {
  of: SeenParcel;
  token: string;
  onConfirmed: (seen: SeenParcel | undefined) => void;
}

function Letter({ of, token, onConfirmed }: LetterProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.take}>
      <Facts
        items={[
          [t("parcels.from"), `${of.body} · ${of.packed_name}`],
          [t("parcels.recipient"), [of.recipient, of.organisation].filter(Boolean).join(" · ")],
          [t("parcels.fingerprint"), <code key="f">{of.fingerprint}</code>],
          [t("parcels.packedAt"), <Instant key="p" at={of.packed_at} />],
          [t("parcels.until"), <Instant key="u" at={of.expires_at} />],
        ]}
      />
      {of.letter && <p className={styles.letter}>{of.letter}</p>}
      <Contents of={of.contents} />
      <div>
        <Button
          type="primary"
          icon={<Icon name="download" />}
          onClick={() => saveFrom(of.href, of.file_name)}
        >
          {t("parcels.fetch", { size: bytes(of.size) })}
        </Button>
      </div>
      <p className="muted">{t("parcels.howTo")}</p>
      <pre className={styles.link}>
        age -d -i key.txt -o {of.code}.zip {of.file_name}
      </pre>
      {of.received_at ? (
        <Notice tone="ok">
          {t("parcels.confirmed", { name: of.received_name })} <Instant at={of.received_at} />
        </Notice>
      ) : (
        <Confirm token={token} onConfirmed={onConfirmed} />
      )}
    </div>
  );
}

function Confirm({ token, onConfirmed }: Pick<LetterProps, "token" | "onConfirmed">) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ name: string }>();
  const { submit, busy, error } = useSubmit<{ name: string }>({
    form,
    save: async ({ name }) => {
      const { data } = await client.POST("/api/evidence/parcels/receipt", {
        body: { token, name },
      });
      onConfirmed(data);
    },
    onSaved: () => undefined,
  });
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      <ErrorSummary error={error} />
      <Form.Item
        name="name"
        label={t("parcels.yourName")}
        rules={[{ required: true, message: t("parcels.required") }]}
      >
        <Input maxLength={200} autoComplete="name" />
      </Form.Item>
      <Button htmlType="submit" loading={busy}>
        {t("parcels.confirm")}
      </Button>
    </Form>
  );
}
