import { Form, Input, InputNumber, Segmented } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";
import { useRefresh } from "../cases/useCase";
import type { CourseKind } from "./types";

interface Values {
  title: string;
  kind: CourseKind;
  provider: string;
  hours: number;
  held_on: string;
  content: string;
}

interface NewCourseDrawerProps {
  onClose: () => void;
  onCreated: (id: string) => void;
}

/** A course that was held; its people are added afterwards. */
export function NewCourseDrawer({ onClose, onCreated }: NewCourseDrawerProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const refresh = useRefresh();
  const { submit, busy, error } = useSubmit<Values>({
    form,
    save: async (body) => {
      const { data } = await client.POST("/api/programme/training/courses", { body });
      await refresh();
      if (data) onCreated(data.id);
    },
    onSaved: () => undefined,
  });
  const labels = {
    title: t("training.course"),
    kind: t("training.kindLabel"),
    provider: t("training.provider"),
    hours: t("training.hours"),
    held_on: t("training.heldOn"),
    content: t("training.content"),
  };
  const required = [{ required: true, message: t("training.missing") }];
  return (
    <FormDrawer<Values>
      open
      title={t("training.newCourse")}
      form={form}
      initial={{ kind: "internal", provider: "", content: "", hours: 4 }}
      submitLabel={t("training.create")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
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
    </FormDrawer>
  );
}
