import { Checkbox, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { informationKey } from "@/lib/risks";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";
import { useCaseId, useRefresh } from "../cases/useCase";
import { dayFromNow, type PriorFact } from "./types";

type Values = Omit<PriorFact, "id" | "version">;

const KINDS = ["register", "previous_audit"] as const;

/** One fact: where it was seen, when, and what it says. */
export function FactDrawer({ fact, onClose }: { fact?: PriorFact; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const case_id = useCaseId();
  const refresh = useRefresh();
  const { submit, busy, error, stale } = useSubmit<Values>({
    form,
    save: async (values) => {
      await (fact
        ? client.PATCH("/api/programme/information/facts/{fact_id}", {
            params: { path: { fact_id: fact.id } },
            body: { ...values, version: fact.version },
          })
        : client.POST("/api/programme/cases/{case_id}/information/facts", {
            params: { path: { case_id } },
            body: values,
          }));
      await refresh();
    },
    onSaved: onClose,
  });
  const labels = {
    kind: t("information.factKind"),
    source: t("information.source"),
    seen_on: t("information.seenOn"),
    statement: t("information.statement"),
    link: t("information.link"),
    is_open: t("information.isOpenQuestion"),
  };
  const required = [{ required: true, message: t("information.required") }];
  const { id: _id, version: _version, ...known } = fact ?? { id: "", version: 0 };
  return (
    <FormDrawer<Values>
      open
      title={t(fact ? "information.oneFact" : "information.addFact")}
      form={form}
      initial={{
        kind: "register",
        seen_on: dayFromNow(0),
        link: "",
        is_open: false,
        ...known,
      }}
      submitLabel={t("cases.save")}
      labels={labels}
      busy={busy}
      error={error ?? stale}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="kind" label={labels.kind}>
        <Select options={KINDS.map((value) => ({ value, label: t(informationKey.fact(value)) }))} />
      </Form.Item>
      <Form.Item name="source" label={labels.source} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="seen_on" label={labels.seen_on} rules={required}>
        <Input type="date" />
      </Form.Item>
      <Form.Item name="statement" label={labels.statement} rules={required}>
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
      <Form.Item name="link" label={labels.link}>
        <Input type="url" maxLength={500} />
      </Form.Item>
      <Form.Item name="is_open" valuePropName="checked">
        <Checkbox>{labels.is_open}</Checkbox>
      </Form.Item>
    </FormDrawer>
  );
}
