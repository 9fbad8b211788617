import { useQueryClient } from "@tanstack/react-query";
import { Form, Input, Switch } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { clausesText } from "@/lib/clauses";
import { FormDrawer } from "@/ui/FormDrawer";
import { StaleDialog } from "@/ui/StaleDialog";
import { useSubmit } from "@/ui/useSubmit";
import { clausesOf, type Question } from "./types";

interface Values {
  text: string;
  text_en: string;
  clauses: string;
  guidance: string;
  is_active: boolean;
  version?: number;
}

const valuesOf = (question?: Question): Values => ({
  text: question?.text ?? "",
  text_en: question?.text_en ?? "",
  clauses: clausesText(question?.clauses ?? []),
  guidance: question?.guidance ?? "",
  is_active: question?.is_active ?? true,
  ...(question ? { version: question.version } : {}),
});

interface LibraryDrawerProps {
  question: Question | undefined;
  onClose: () => void;
}

/** A question of the library: new, or a new version of one. */
export function LibraryDrawer({ question, onClose }: LibraryDrawerProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const labels = {
    text: t("checklists.text"),
    text_en: t("checklists.textEn"),
    clauses: t("checklists.clauses"),
    guidance: t("checklists.guidance"),
    is_active: t("checklists.isActive"),
  };
  const save = async ({ clauses, version, is_active, ...rest }: Values) => {
    const body = { ...rest, clauses: clausesOf(clauses) };
    if (question) {
      const params = { path: { question_id: question.id } };
      await client.PATCH("/api/programme/questions/{question_id}", {
        params,
        body: { ...body, is_active, version: version ?? question.version },
      });
    } else await client.POST("/api/programme/questions", { body });
    await queryClient.invalidateQueries({ queryKey: ["get", "/api/programme/questions"] });
  };
  const { submit, busy, error, stale, clear } = useSubmit({ form, save, onSaved: onClose });
  const take = (current: Record<string, unknown>, isAll: boolean) => {
    const theirs = valuesOf(current as unknown as Question);
    form.setFieldsValue(isAll ? theirs : { version: Number(current.version) });
    clear();
  };
  return (
    <FormDrawer<Values>
      open
      title={t(question ? "checklists.editTitle" : "checklists.newTitle")}
      form={form}
      initial={valuesOf(question)}
      submitLabel={t(question ? "checklists.save" : "checklists.add")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit({ ...form.getFieldsValue(true), ...values })}
      onClose={onClose}
    >
      <Form.Item name="text" label={labels.text}>
        <Input.TextArea rows={2} maxLength={500} autoFocus />
      </Form.Item>
      <Form.Item name="text_en" label={labels.text_en}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="clauses" label={labels.clauses}>
        <Input placeholder="QMS 9.2、EMS 9.2" />
      </Form.Item>
      <Form.Item name="guidance" label={labels.guidance}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      {question && (
        <Form.Item name="is_active" label={labels.is_active} valuePropName="checked">
          <Switch />
        </Form.Item>
      )}
      <StaleDialog
        error={stale}
        labels={labels}
        mine={form.getFieldsValue(true) as Record<string, unknown>}
        keepMine={(current) => take(current, false)}
        takeTheirs={(current) => take(current, true)}
        onClose={clear}
      />
    </FormDrawer>
  );
}
