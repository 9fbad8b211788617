import { Checkbox, Form, Input } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";
import { useRefresh } from "../cases/useCase";
import type { Item } from "./types";

interface Values {
  answer: string;
  link: string;
  by_vault: boolean;
}

/** Answer in words or with a link; files come later, through the evidence vault. */
export function AnswerDrawer({ item, onClose }: { item: Item; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const refresh = useRefresh();
  const { submit, busy, error, stale } = useSubmit<Values>({
    form,
    save: async (values) => {
      await client.POST("/api/programme/information/items/{information_id}/answer", {
        params: { path: { information_id: item.id } },
        body: { ...values, version: item.version },
      });
      await refresh();
    },
    onSaved: onClose,
  });
  const { answer, link, by_vault } = item;
  const labels = {
    answer: t("information.answer"),
    link: t("information.link"),
    by_vault: t("information.byVault"),
  };
  return (
    <FormDrawer<Values>
      open
      title={item.title}
      form={form}
      initial={{ answer, link, by_vault }}
      submitLabel={t("information.send")}
      labels={labels}
      busy={busy}
      error={error ?? stale}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      {item.hint && <p>{item.hint}</p>}
      <Form.Item name="answer" label={labels.answer}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
      <Form.Item name="link" label={labels.link} extra={t("information.linkHint")}>
        <Input type="url" maxLength={500} />
      </Form.Item>
      <Form.Item name="by_vault" valuePropName="checked" extra={t("information.vaultHint")}>
        <Checkbox>{labels.by_vault}</Checkbox>
      </Form.Item>
    </FormDrawer>
  );
}
