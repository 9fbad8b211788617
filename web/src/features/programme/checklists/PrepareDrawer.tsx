import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { clausesText } from "@/lib/clauses";
import { FormDrawer } from "@/ui/FormDrawer";
import { ErrorSummary } from "@/ui/Notice";
import { StaleDialog } from "@/ui/StaleDialog";
import { useSubmit } from "@/ui/useSubmit";
import { useRefresh } from "../cases/useCase";
import { type CaseQuestion, type Checklist } from "./types";

interface Values {
  line?: string | null;
  member?: string | null;
  preparation: string;
  version?: number;
}

interface PrepareDrawerProps {
  question: CaseQuestion;
  checklist: Checklist;
  mayRemove: boolean;
  onClose: () => void;
}

const valuesOf = ({ line, member, preparation, version }: CaseQuestion): Values => ({
  line,
  member,
  preparation,
  version,
});

/** Notes for one question, where in the plan it is asked, and by whom. */
export function PrepareDrawer(props: PrepareDrawerProps) {
  const { question, checklist, mayRemove, onClose } = props;
  const { t } = useTranslation();
  const refresh = useRefresh();
  const [form] = Form.useForm<Values>();
  const labels = {
    line: t("checklists.line"),
    member: t("checklists.member"),
    preparation: t("checklists.preparation"),
  };
  const save = async (values: Values) => {
    await client.PATCH("/api/programme/cases/checklist/{case_question_id}", {
      params: { path: { case_question_id: question.id } },
      body: {
        line: values.line ?? null,
        member: values.member ?? null,
        preparation: values.preparation,
        version: values.version ?? question.version,
      },
    });
    await refresh();
  };
  const { submit, busy, error, stale, clear } = useSubmit({ form, save, onSaved: onClose });
  const take = (current: Record<string, unknown>, isAll: boolean) => {
    const theirs = valuesOf(current as unknown as CaseQuestion);
    form.setFieldsValue(isAll ? theirs : { version: Number(current.version) });
    clear();
  };
  return (
    <FormDrawer<Values>
      open
      title={question.text}
      form={form}
      initial={valuesOf(question)}
      submitLabel={t("checklists.save")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit({ ...form.getFieldsValue(true), ...values })}
      onClose={onClose}
      extra={mayRemove && <LeaveOut question={question} onDone={onClose} />}
    >
      <p>
        {clausesText(question.clauses)}
        {question.guidance && ` · ${question.guidance}`}
      </p>
      <Form.Item name="preparation" label={labels.preparation}>
        <Input.TextArea rows={5} maxLength={4000} autoFocus />
      </Form.Item>
      <Form.Item name="line" label={labels.line}>
        <Select
          allowClear
          options={checklist.lines.map(({ line, title, local_start }) => ({
            value: line,
            label: `${local_start.slice(5).replace("T", " ")} ${title}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="member" label={labels.member}>
        <Select
          allowClear
          options={checklist.members.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
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

/** The question is not asked here; the library keeps it. */
function LeaveOut({ question, onDone }: { question: CaseQuestion; onDone: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const [error, setError] = useState<unknown>(null);
  const leaveOut = () =>
    void client
      .POST("/api/programme/cases/checklist/{case_question_id}/remove", {
        params: { path: { case_question_id: question.id } },
        body: { version: question.version },
      })
      .then(refresh)
      .then(onDone)
      .catch(setError);
  return (
    <>
      <ErrorSummary error={error} />
      <Button danger onClick={leaveOut}>
        {t("checklists.remove")}
      </Button>
    </>
  );
}
