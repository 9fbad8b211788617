import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";
import { useRefresh } from "../cases/useCase";
import { type Deployment, DEPLOYMENTS, TOOL_KINDS, type ToolKind } from "./types";
import { useToolWords } from "./words";

interface Values {
  name: string;
  vendor: string;
  kind: ToolKind;
  client_id?: string;
  deployment: Deployment;
  note: string;
}

interface NewToolDrawerProps {
  onClose: () => void;
  onCreated: (id: string) => void;
}

/** One more tool; it may be used once it has been assessed. */
export function NewToolDrawer({ onClose, onCreated }: NewToolDrawerProps) {
  const { t } = useTranslation();
  const words = useToolWords();
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
  const labels = {
    name: t("tools.name"),
    vendor: t("tools.vendor"),
    kind: t("tools.kindLabel"),
    client_id: t("tools.whose"),
    deployment: t("tools.deploymentLabel"),
    note: t("tools.note"),
  };
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
      <Form.Item
        name="name"
        label={labels.name}
        rules={[{ required: true, whitespace: true, message: t("tools.nameMissing") }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="vendor" label={labels.vendor}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="kind" label={labels.kind}>
        <Select options={TOOL_KINDS.map((kind) => ({ value: kind, label: words.kind(kind) }))} />
      </Form.Item>
      <Form.Item name="client_id" label={labels.client_id} extra={t("tools.whoseNote")}>
        <Select
          allowClear
          placeholder={t("tools.ours")}
          showSearch={{ optionFilterProp: "label" }}
          options={clients}
        />
      </Form.Item>
      <Form.Item name="deployment" label={labels.deployment}>
        <Select
          options={DEPLOYMENTS.map((code) => ({ value: code, label: words.deployment(code) }))}
        />
      </Form.Item>
      <Form.Item name="note" label={labels.note}>
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
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
