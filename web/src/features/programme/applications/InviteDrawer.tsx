import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";

interface Values {
  email: string;
  name: string;
  language: "zh-hans" | "en";
}

/** Somebody is asked to apply: the mail brings the secret link to their application. */
export function InviteDrawer(props: { onClose: () => void; onInvited: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const labels = {
    email: t("applications.field.contact_email"),
    name: t("applications.field.name"),
    language: t("applications.letters"),
  };
  const { submit, busy, error } = useSubmit<Values>({
    form,
    save: (body) => client.POST("/api/programme/applications", { body }),
    onSaved: props.onInvited,
  });
  return (
    <FormDrawer<Values>
      open
      title={t("applications.invite")}
      form={form}
      initial={{ email: "", name: "", language: "zh-hans" }}
      submitLabel={t("applications.sendInvitation")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={props.onClose}
    >
      <p>{t("applications.publicLink", { link: `${window.location.origin}/apply` })}</p>
      <Form.Item
        name="email"
        label={labels.email}
        rules={[{ required: true, message: t("applications.emailMissing") }]}
      >
        <Input type="email" maxLength={254} />
      </Form.Item>
      <Form.Item name="name" label={labels.name}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="language" label={labels.language}>
        <Select
          options={[
            { value: "zh-hans", label: t("applications.language.zh") },
            { value: "en", label: t("applications.language.en") },
          ]}
        />
      </Form.Item>
    </FormDrawer>
  );
}
