import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useRefresh } from "@/features/programme/cases/useCase";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";

interface Values {
  due_on?: string;
  message?: string;
}

/** Asks the client of one audit: until when, and in which words. */
export function SendDrawer({ caseId, onClose }: { caseId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const refresh = useRefresh();
  const { submit, busy, error } = useSubmit<Values>({
    form,
    save: async ({ due_on, message }) => {
      await client.POST("/api/programme/cases/{case_id}/survey", {
        params: { path: { case_id: caseId } },
        body: { due_on: due_on || null, message: message ?? "", send: true },
      });
      await refresh();
    },
    onSaved: onClose,
  });
  const labels = { due_on: t("surveys.due"), message: t("surveys.message") };
  return (
    <FormDrawer<Values>
      open
      title={t("surveys.ask")}
      form={form}
      initial={{}}
      submitLabel={t("surveys.send")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <p>{t("surveys.askLead")}</p>
      <Form.Item name="due_on" label={labels.due_on}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="message" label={labels.message} extra={t("surveys.messageHint")}>
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
    </FormDrawer>
  );
}
