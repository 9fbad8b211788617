import { Button, Drawer, Form, Input, InputNumber, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useRefreshBelow } from "@/api/refresh";
import { FormDrawer } from "@/ui/FormDrawer";
import { Notice } from "@/ui/Notice";
import { useSubmit } from "@/ui/useSubmit";
import styles from "./parcels.module.css";

interface Values {
  recipient_id: string;
  letter: string;
  days: number;
}

interface SendDrawerProps {
  caseId: string;
  ids: readonly string[];
  onClose: () => void;
}

/** Seals items to a recipient whose key was checked; the link is mailed, and shown once. */
export function SendDrawer({ caseId, ids, onClose }: SendDrawerProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const refresh = useRefreshBelow("/api/evidence");
  const [link, setLink] = useState<string>();
  const chosen = Form.useWatch("recipient_id", form);
  const { data } = api.useQuery("get", "/api/evidence/recipients", {
    params: { query: { usable: true, size: 200 } },
  });
  const people = data?.items ?? [];
  const { submit, busy, error } = useSubmit<Values>({
    form,
    save: async (values) => {
      const { data: sent } = await client.POST("/api/evidence/cases/{case_id}/parcels", {
        params: { path: { case_id: caseId } },
        body: { ...values, item_ids: [...ids] },
      });
      setLink(sent?.link);
      await refresh();
    },
    onSaved: () => undefined,
  });
  const labels = {
    recipient_id: t("parcels.recipient"),
    letter: t("parcels.letter"),
    days: t("parcels.days"),
  };
  if (link) {
    return (
      <Drawer open size={480} title={t("parcels.sent")} onClose={onClose}>
        <div className={styles.take}>
          <Notice tone="ok">{t("parcels.linkNote")}</Notice>
          <code className={styles.link}>{link}</code>
          <Button onClick={onClose}>{t("parcels.done")}</Button>
        </div>
      </Drawer>
    );
  }
  return (
    <FormDrawer<Values>
      open
      title={ids.length ? t("parcels.sendSome", { count: ids.length }) : t("parcels.sendAll")}
      form={form}
      initial={{ letter: "", days: 7 }}
      submitLabel={t("parcels.send")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item
        name="recipient_id"
        label={labels.recipient_id}
        extra={t("parcels.recipientHint")}
        rules={[{ required: true, message: t("parcels.required") }]}
      >
        <Select
          showSearch={{ optionFilterProp: "label" }}
          options={people.map(({ id, name, organisation }) => ({
            value: id,
            label: organisation ? `${name} · ${organisation}` : name,
          }))}
        />
      </Form.Item>
      <Fingerprint of={people.find(({ id }) => id === chosen)?.fingerprint} />
      <Form.Item name="letter" label={labels.letter} extra={t("parcels.letterHint")}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
      <Form.Item name="days" label={labels.days}>
        <InputNumber min={1} max={30} precision={0} />
      </Form.Item>
    </FormDrawer>
  );
}

function Fingerprint({ of }: { of: string | undefined }) {
  const { t } = useTranslation();
  if (!of) return null;
  return (
    <p>
      {t("parcels.fingerprint")} <code>{of}</code>
    </p>
  );
}
