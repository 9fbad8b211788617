import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";
import { useRefresh } from "../cases/useCase";
import { type GuideTexts, TextFields, useTextLabels } from "./fields";
import { type GuideReaders, ReaderFields, useReaderLabels } from "./readers";

interface Values extends GuideTexts, GuideReaders {
  code: string;
  kind: "guide" | "question";
}

interface NewGuideDrawerProps {
  onClose: () => void;
  onCreated: (id: string) => void;
}

/** A page or a question of the body's own. */
export function NewGuideDrawer({ onClose, onCreated }: NewGuideDrawerProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const refresh = useRefresh();
  const { submit, busy, error } = useSubmit<Values>({
    form,
    save: async (body) => {
      const { data } = await client.POST("/api/programme/guides", { body });
      await refresh();
      if (data) onCreated(data.id);
    },
    onSaved: () => undefined,
  });
  const labels = {
    ...useTextLabels(),
    ...useReaderLabels(),
    code: t("guides.code"),
    kind: t("guides.kindLabel"),
  };
  return (
    <FormDrawer<Values>
      open
      title={t("guides.new")}
      form={form}
      initial={{
        kind: "guide",
        audience: "everybody",
        schemes: [],
        position: 500,
        title_en: "",
        text_zh: "",
        text_en: "",
        note: "",
      }}
      submitLabel={t("guides.saveDraft")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item
        name="code"
        label={labels.code}
        extra={t("guides.codeNote")}
        rules={[{ required: true, pattern: /^[a-z0-9][a-z0-9-]*$/, message: t("guides.codeNote") }]}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="kind" label={labels.kind}>
        <Select
          options={(["guide", "question"] as const).map((kind) => ({
            value: kind,
            label: t(`guides.kind.${kind}`),
          }))}
        />
      </Form.Item>
      <ReaderFields />
      <TextFields />
    </FormDrawer>
  );
}
