import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";

interface Values {
  title: string;
  due_on?: string;
}

/** A campaign begins with a name and a day; whom it asks is chosen on its page. */
export function NewCampaignDrawer(props: { onClose: () => void; onCreated: (id: string) => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const { submit, busy, error } = useSubmit<Values>({
    form,
    save: async ({ title, due_on }) => {
      const { data } = await client.POST("/api/programme/surveys/campaigns", {
        body: { title, due_on: due_on || null },
      });
      if (data) props.onCreated(data.id);
    },
    onSaved: () => undefined,
  });
  const labels = { title: t("surveys.title"), due_on: t("surveys.due") };
  return (
    <FormDrawer<Values>
      open
      title={t("surveys.newCampaign")}
      form={form}
      initial={{}}
      submitLabel={t("surveys.createCampaign")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={props.onClose}
    >
      <Form.Item
        name="title"
        label={labels.title}
        rules={[{ required: true, message: t("surveys.titleMissing") }]}
      >
        <Input maxLength={200} placeholder={t("surveys.titleExample")} />
      </Form.Item>
      <Form.Item name="due_on" label={labels.due_on}>
        <Input type="date" />
      </Form.Item>
    </FormDrawer>
  );
}
