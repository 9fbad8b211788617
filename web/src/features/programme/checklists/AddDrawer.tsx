import { Form, Input, Switch } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";
import { useCase, useRefresh } from "../cases/useCase";
import { clausesOf } from "./types";

interface Values {
  text: string;
  clauses: string;
  is_from_last_audit: boolean;
}

/** A question of this audit alone, or an open nonconformity of the last one. */
export function AddDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { id, schemes } = useCase();
  const refresh = useRefresh();
  const [form] = Form.useForm<Values>();
  const labels = { text: t("checklists.text"), clauses: t("checklists.clauses") };
  const { submit, busy, error } = useSubmit<Values>({
    form,
    onSaved: onClose,
    save: async ({ text, clauses, is_from_last_audit }) => {
      await client.POST("/api/programme/cases/{case_id}/checklist", {
        params: { path: { case_id: id } },
        body: { text, clauses: clausesOf(clauses), is_from_last_audit },
      });
      await refresh();
    },
  });
  return (
    <FormDrawer<Values>
      open
      title={t("checklists.addOwn")}
      form={form}
      initial={{ text: "", clauses: "", is_from_last_audit: false }}
      submitLabel={t("checklists.add")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="text" label={labels.text}>
        <Input.TextArea rows={3} maxLength={500} autoFocus />
      </Form.Item>
      <Form.Item name="clauses" label={labels.clauses}>
        <Input placeholder={schemes.map((scheme) => `${scheme} 10.2`).join("、")} />
      </Form.Item>
      <Form.Item
        name="is_from_last_audit"
        label={t("checklists.fromLast")}
        extra={t("checklists.fromLastHelp")}
        valuePropName="checked"
      >
        <Switch />
      </Form.Item>
    </FormDrawer>
  );
}
