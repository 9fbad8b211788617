import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";
import { ProfileFields, useProfileLabels } from "./fields";
import { type NewOrganisation, useRefresh } from "./types";

interface NewDrawerProps {
  onClose: () => void;
  onCreated: (id: string) => void;
}

export function NewDrawer({ onClose, onCreated }: NewDrawerProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<NewOrganisation>();
  const refresh = useRefresh();
  const { submit, busy, error } = useSubmit<NewOrganisation>({
    form,
    save: async (values) => {
      const body = { ...values, valid_from: values.valid_from || null };
      const { data } = await client.POST("/api/identity/organisations", { body });
      await refresh();
      if (data) onCreated(data.id);
    },
    onSaved: () => undefined,
  });
  return (
    <FormDrawer<NewOrganisation>
      open
      title={t("organisations.new")}
      form={form}
      initial={{ kind: "client", zone: "Asia/Shanghai" }}
      submitLabel={t("organisations.create")}
      labels={useProfileLabels()}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t("organisations.kind")}>
        <Select
          options={[
            { value: "client", label: t("organisations.client") },
            { value: "authority", label: t("organisations.authority") },
          ]}
        />
      </Form.Item>
      <ProfileFields />
      <Form.Item
        name="valid_from"
        label={t("organisations.from")}
        extra={t("organisations.fromNote")}
      >
        <Input type="date" />
      </Form.Item>
    </FormDrawer>
  );
}
