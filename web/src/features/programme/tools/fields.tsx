import { Form, Input, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { type Deployment, DEPLOYMENTS, TOOL_KINDS, type ToolKind } from "./types";
import { useToolWords } from "./words";

export interface ToolValues {
  name: string;
  vendor: string;
  kind: ToolKind;
  deployment: Deployment;
  note: string;
}

export function useToolLabels() {
  const { t } = useTranslation();
  return {
    name: t("tools.name"),
    vendor: t("tools.vendor"),
    kind: t("tools.kindLabel"),
    deployment: t("tools.deploymentLabel"),
    note: t("tools.note"),
  };
}

/** What is known of a tool; `whose` stands where a new one's owner is asked for. */
export function ToolFields({ whose }: { whose?: ReactNode }) {
  const { t } = useTranslation();
  const words = useToolWords();
  const labels = useToolLabels();
  return (
    <>
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
      {whose}
      <Form.Item name="deployment" label={labels.deployment}>
        <Select
          options={DEPLOYMENTS.map((code) => ({ value: code, label: words.deployment(code) }))}
        />
      </Form.Item>
      <Form.Item name="note" label={labels.note}>
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
    </>
  );
}
