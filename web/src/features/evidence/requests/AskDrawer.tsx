import { Checkbox, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCaseId } from "@/lib/caseId";
import { HERE, zoneName } from "@/lib/instant";
import { useLanguage } from "@/lib/preferences";
import { clauseOf, requestKey } from "@/lib/requests";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";
import { useRefreshEvidence } from "../keys/types";
import { PHASES, type Request } from "./types";

interface Values {
  what: string;
  due_at: string;
  phase: Request["phase"] | "";
  clauses: string[];
  plan_item_id?: string;
  is_short: boolean;
}

/** What is needed, by when, for which clause. */
export function AskDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [form] = Form.useForm<Values>();
  const case_id = useCaseId();
  const refresh = useRefreshEvidence();
  const planItems = usePlanItems(case_id);
  const { submit, busy, error } = useSubmit<Values>({
    form,
    save: async ({ clauses, due_at, plan_item_id, ...values }) => {
      await client.POST("/api/evidence/cases/{case_id}/requests", {
        params: { path: { case_id } },
        body: {
          ...values,
          due_at: new Date(due_at).toISOString(),
          clauses: clauses.flatMap((text) => clauseOf(text) ?? []),
          plan_item_id: plan_item_id ?? null,
        },
      });
      await refresh();
    },
    onSaved: onClose,
  });
  const labels = {
    what: t("requests.what"),
    due_at: t("requests.due"),
    phase: t("requests.phase"),
    clauses: t("requests.clauses"),
    plan_item_id: t("requests.planItem"),
  };
  const required = [{ required: true, message: t("requests.required") }];
  const wellWritten = {
    validator: (_rule: unknown, written: string[]) =>
      written.every(clauseOf) ? Promise.resolve() : Promise.reject(t("requests.clauseWrong")),
  };
  const phases = PHASES.map((value) => ({ value, label: t(requestKey.phase(value)) }));
  return (
    <FormDrawer<Values>
      open
      title={t("requests.ask")}
      form={form}
      initial={{ phase: "", clauses: [], is_short: false, due_at: twoDaysOn() }}
      submitLabel={t("requests.send")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="what" label={labels.what} extra={t("requests.whatHint")} rules={required}>
        <Input.TextArea rows={4} maxLength={4000} />
      </Form.Item>
      <Form.Item
        name="due_at"
        label={labels.due_at}
        extra={t("requests.dueHint", { zone: zoneName(HERE, language) })}
        rules={required}
      >
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item
        name="clauses"
        label={labels.clauses}
        extra={t("requests.clausesHint")}
        rules={[wellWritten]}
      >
        <Select mode="tags" open={false} tokenSeparators={[",", "，", "、"]} suffixIcon={null} />
      </Form.Item>
      <Form.Item name="plan_item_id" label={labels.plan_item_id}>
        <Select allowClear showSearch={{ optionFilterProp: "label" }} options={planItems} />
      </Form.Item>
      <Form.Item name="phase" label={labels.phase}>
        <Select options={[{ value: "", label: t("requests.phaseNow") }, ...phases]} />
      </Form.Item>
      <Form.Item name="is_short" valuePropName="checked">
        <Checkbox>{t("requests.short")}</Checkbox>
      </Form.Item>
    </FormDrawer>
  );
}

/** The lines of the audit's plan, as choices. */
export function usePlanItems(case_id: string) {
  const { data } = api.useQuery("get", "/api/programme/cases/{case_id}/plan", {
    params: { path: { case_id } },
  });
  return (data?.plan?.items ?? []).map(({ id, title, local_start }) => ({
    value: id,
    label: `${local_start.replace("T", " ")} ${title}`,
  }));
}

const DAY = 86_400_000;

/** The day after tomorrow, this hour, as a field for local times takes it. */
function twoDaysOn(): string {
  const at = new Date(Date.now() + 2 * DAY);
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}
