import { Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useRefreshBelow } from "@/api/refresh";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";

interface Values {
  name: string;
  organisation: string;
  email: string;
  language: "zh-hans" | "en";
  age_key: string;
}

/** Enters a recipient's key; somebody else then compares its fingerprint. */
export function NewRecipientDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const refresh = useRefreshBelow("/api/evidence");
  const { submit, busy, error } = useSubmit<Values>({
    form,
    save: async (body) => {
      await client.POST("/api/evidence/recipients", { body });
      await refresh();
    },
    onSaved: onClose,
  });
  const labels = {
    name: t("parcels.name"),
    organisation: t("parcels.organisation"),
    email: t("parcels.email"),
    language: t("parcels.language"),
    age_key: t("parcels.key"),
  };
  const required = [{ required: true, message: t("parcels.required") }];
  return (
    <FormDrawer<Values>
      open
      title={t("parcels.enter")}
      form={form}
      initial={{ organisation: "", language: "zh-hans" }}
      submitLabel={t("parcels.enter")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="name" label={labels.name} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="organisation" label={labels.organisation}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="email" label={labels.email} rules={required}>
        <Input type="email" maxLength={254} />
      </Form.Item>
      <Form.Item name="language" label={labels.language}>
        <Radio.Group
          options={[
            { value: "zh-hans", label: "中文" },
            { value: "en", label: "English" },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="age_key"
        label={labels.age_key}
        extra={t("parcels.keyHint")}
        rules={required}
      >
        <Input maxLength={200} />
      </Form.Item>
    </FormDrawer>
  );
}
