import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";
import { useRefresh } from "../cases/useCase";
import type { Pack } from "./types";

interface NewDraftDrawerProps {
  basedOn: Pack;
  onClose: () => void;
  onCreated: (key: string) => void;
}

interface Values {
  edition: string;
  effective_from: string;
}

/** A new edition that starts with all values of another one. */
export function NewDraftDrawer({ basedOn, onClose, onCreated }: NewDraftDrawerProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const refresh = useRefresh();
  const { submit, busy, error } = useSubmit<Values>({
    form,
    save: async (values) => {
      const { data } = await client.POST("/api/programme/rule-packs", {
        body: { ...values, based_on: basedOn.key },
      });
      await refresh();
      if (data) onCreated(data.key);
    },
    onSaved: () => undefined,
  });
  const labels = { edition: t("rulePacks.edition"), effective_from: t("rulePacks.from") };
  return (
    <FormDrawer<Values>
      open
      title={t("rulePacks.draft")}
      form={form}
      initial={{ edition: "", effective_from: "" }}
      submitLabel={t("rulePacks.start")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item
        name="edition"
        label={labels.edition}
        extra={t("rulePacks.editionHelp", { edition: basedOn.edition })}
        rules={[{ required: true, message: t("rulePacks.editionMissing") }]}
      >
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item
        name="effective_from"
        label={labels.effective_from}
        rules={[{ required: true, message: t("rulePacks.fromMissing") }]}
      >
        <Input type="date" />
      </Form.Item>
    </FormDrawer>
  );
}
