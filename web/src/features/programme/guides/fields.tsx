import { Form, Input, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Markdown } from "@/ui/Markdown";

export interface GuideTexts {
  title_zh: string;
  title_en: string;
  text_zh: string;
  text_en: string;
  note: string;
}

export function useTextLabels() {
  const { t } = useTranslation();
  return {
    title_zh: t("guides.titleZh"),
    title_en: t("guides.titleEn"),
    text_zh: t("guides.textZh"),
    text_en: t("guides.textEn"),
    note: t("guides.note"),
  };
}

/** Both languages, written in Markdown, with a look at what readers will see. */
export function TextFields() {
  const { t } = useTranslation();
  const labels = useTextLabels();
  return (
    <>
      <small className="muted">{t("guides.markdownNote")}</small>
      <Form.Item
        name="title_zh"
        label={labels.title_zh}
        rules={[{ required: true, whitespace: true, message: t("guides.titleMissing") }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <TextField name="text_zh" label={labels.text_zh} />
      <Form.Item name="title_en" label={labels.title_en}>
        <Input maxLength={200} />
      </Form.Item>
      <TextField name="text_en" label={labels.text_en} />
      <Form.Item name="note" label={labels.note}>
        <Input maxLength={500} />
      </Form.Item>
    </>
  );
}

function TextField({ name, label }: { name: "text_zh" | "text_en"; label: string }) {
  const { t } = useTranslation();
  const [look, setLook] = useState("write");
  const text = String(Form.useWatch(name) ?? "");
  return (
    <>
      <Form.Item name={name} label={label} hidden={look === "look"}>
        <Input.TextArea rows={12} maxLength={40_000} />
      </Form.Item>
      {look === "look" && <Markdown text={text} />}
      <Segmented<string>
        size="small"
        aria-label={label}
        value={look}
        onChange={setLook}
        options={[
          { value: "write", label: t("guides.write") },
          { value: "look", label: t("guides.look") },
        ]}
      />
    </>
  );
}
