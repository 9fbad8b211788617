import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";
import { useRefresh } from "../cases/useCase";
import { ToolFields, type ToolValues, useToolLabels } from "./fields";

interface Values extends ToolValues {
  client_id?: string;
}

interface NewToolDrawerProps {
  onClose: () => void;
  onCreated: (id: string) => void;
}

/** One more tool; it may be used once it has been assessed. */
export function NewToolDrawer({ onClose, onCreated }: NewToolDrawerProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const refresh = useRefresh();
  const clients = useClients();
  const { submit, busy, error } = useSubmit<Values>({
    form,
    save: async (values) => {
      const body = { ...values, client_id: values.client_id || null };
      const { data } = await client.POST("/api/programme/tools", { body });
      await refresh();
      if (data) onCreated(data.id);
    },
    onSaved: () => undefined,
  });
  const labels = { ...useToolLabels(), client_id: t("tools.whose") };
  return (
    <FormDrawer<Values>
      open
      title={t("tools.new")}
      form={form}
      initial={{ kind: "meeting", deployment: "public_cloud", vendor: "", note: "" }}
      submitLabel={t("tools.create")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <ToolFields
        whose={
          <Form.Item name="client_id" label={labels.client_id} extra={t("tools.whoseNote")}>
            <Select
              allowClear
              placeholder={t("tools.ours")}
              showSearch={{ optionFilterProp: "label" }}
              options={clients}
            />
          </Form.Item>
        }
      />
    </FormDrawer>
  );
}

function useClients() {
  const query = { kind: "client" as const, size: 200, sort: "name" };
  const { data } = api.useQuery("get", "/api/identity/organisations", { params: { query } });
  return (data?.items ?? [])
    .filter(({ is_in_force }) => is_in_force)
    .map(({ id, name }) => ({ value: id, label: name }));
}
