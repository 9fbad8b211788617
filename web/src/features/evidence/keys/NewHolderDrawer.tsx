import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";
import { useRefreshEvidence } from "./types";

interface Values {
  name: string;
  recipient: string;
}

/** Names whoever is to hold the offline copies; somebody else decides. */
export function NewHolderDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const refresh = useRefreshEvidence();
  const { submit, busy, error } = useSubmit<Values>({
    form,
    save: async (body) => {
      await client.POST("/api/evidence/key-holders", { body });
      await refresh();
    },
    onSaved: onClose,
  });
  const labels = { name: t("keys.holderName"), recipient: t("keys.recipient") };
  const required = [{ required: true, message: t("keys.missing") }];
  return (
    <FormDrawer<Values>
      open
      title={t("keys.nameHolder")}
      form={form}
      initial={{}}
      submitLabel={t("keys.send")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="name" label={labels.name} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="recipient"
        label={labels.recipient}
        extra={t("keys.recipientNote")}
        rules={required}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FormDrawer>
  );
}
