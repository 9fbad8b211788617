import { Form, Input, InputNumber, Segmented } from "antd";
import { useTranslation } from "react-i18next";

import type { CourseKind } from "./types";

export interface CourseValues {
  title: string;
  kind: CourseKind;
  provider: string;
  hours: number;
  held_on: string;
  content: string;
}

export function useCourseLabels() {
  const { t } = useTranslation();
  return {
    title: t("training.course"),
    kind: t("training.kindLabel"),
    provider: t("training.provider"),
    hours: t("training.hours"),
    held_on: t("training.heldOn"),
    content: t("training.content"),
  };
}

/** What a course was, by whom, when and for how long. */
export function CourseFields() {
  const { t } = useTranslation();
  const labels = useCourseLabels();
  const required = [{ required: true, message: t("training.missing") }];
  return (
    <>
      <Form.Item name="title" label={labels.title} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="kind" label={labels.kind}>
        <Segmented
          options={(["internal", "external"] as const).map((kind) => ({
            value: kind,
            label: t(`training.courseKind.${kind}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="provider" label={labels.provider}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="hours" label={labels.hours} rules={required}>
        <InputNumber min={0.5} max={1000} step={0.5} />
      </Form.Item>
      <Form.Item name="held_on" label={labels.held_on} rules={required}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="content" label={labels.content}>
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
    </>
  );
}
