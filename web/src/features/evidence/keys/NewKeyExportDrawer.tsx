import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";
import { useRefreshEvidence } from "./types";

interface Values {
  case_id: string;
  reason: string;
  recipient: string;
  recipient_name: string;
}

/** Asks for the key of one audit; somebody else decides. */
export function NewKeyExportDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const refresh = useRefreshEvidence();
  const audits = useAudits();
  const { submit, busy, error } = useSubmit<Values>({
    form,
    save: async (body) => {
      await client.POST("/api/evidence/key-exports", { body });
      await refresh();
    },
    onSaved: onClose,
  });
  const labels = {
    case_id: t("keys.audit"),
    reason: t("keys.reason"),
    recipient_name: t("keys.recipientName"),
    recipient: t("keys.recipient"),
  };
  const required = [{ required: true, message: t("keys.missing") }];
  return (
    <FormDrawer<Values>
      open
      title={t("keys.ask")}
      form={form}
      initial={{}}
      submitLabel={t("keys.send")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="case_id" label={labels.case_id} rules={required}>
        <Select showSearch={{ optionFilterProp: "label" }} options={audits} />
      </Form.Item>
      <Form.Item name="reason" label={labels.reason} rules={required}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <Form.Item name="recipient_name" label={labels.recipient_name} rules={required}>
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

function useAudits() {
  const { data } = api.useQuery("get", "/api/programme/cases", {
    params: { query: { size: 200, sort: "-starts_on" } },
  });
  return (data?.items ?? []).map((each) => ({
    value: each.id,
    label: `${each.client} ${each.number}`,
  }));
}
