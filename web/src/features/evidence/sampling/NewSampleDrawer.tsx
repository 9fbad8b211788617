import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useRefreshBelow } from "@/api/refresh";
import { useCaseId } from "@/lib/caseId";
import { HERE, zoneName } from "@/lib/instant";
import { useLanguage } from "@/lib/preferences";
import { clauseOf } from "@/lib/requests";
import { FormDrawer } from "@/ui/FormDrawer";
import { Notice } from "@/ui/Notice";
import { useSubmit } from "@/ui/useSubmit";
import { hoursOn } from "./hours";
import { usePlanItems } from "../requests/AskDrawer";

interface Values {
  what: string;
  wanted: string;
  due_at: string;
  clauses: string[];
  plan_item_id?: string;
  site_id?: string;
}

interface NewSampleDrawerProps {
  onClose: () => void;
  onMade: (id: string) => void;
}

/** What is looked for and which list is needed: saving it commits to a seed first. */
export function NewSampleDrawer({ onClose, onMade }: NewSampleDrawerProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [form] = Form.useForm<Values>();
  const case_id = useCaseId();
  const refresh = useRefreshBelow("/api/evidence");
  const planItems = usePlanItems(case_id);
  const sites = useSites(case_id);
  const { submit, busy, error } = useSubmit<Values>({
    form,
    save: async ({ what, wanted, due_at, clauses, plan_item_id, site_id }) => {
      const { data } = await client.POST("/api/evidence/cases/{case_id}/samples", {
        params: { path: { case_id } },
        body: {
          what,
          wanted,
          due_at: new Date(due_at).toISOString(),
          clauses: clauses.flatMap((text) => clauseOf(text) ?? []),
          plan_item_id: plan_item_id ?? null,
          site_id: site_id ?? null,
        },
      });
      await refresh();
      if (data) onMade(data.id);
    },
    onSaved: onClose,
  });
  const labels = {
    what: t("sampling.what"),
    wanted: t("sampling.wanted"),
    due_at: t("sampling.listDue"),
    clauses: t("sampling.clauses"),
    plan_item_id: t("sampling.planItem"),
    site_id: t("sampling.site"),
  };
  const required = [{ required: true, message: t("sampling.required") }];
  const wellWritten = {
    validator: (_rule: unknown, written: string[]) =>
      written.every(clauseOf) ? Promise.resolve() : Promise.reject(t("requests.clauseWrong")),
  };
  return (
    <FormDrawer<Values>
      open
      title={t("sampling.new")}
      form={form}
      initial={{ wanted: t("sampling.wantedText"), clauses: [], due_at: hoursOn(24) }}
      submitLabel={t("sampling.commit")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
      extra={<Notice tone="blue">{t("sampling.newNote")}</Notice>}
    >
      <Form.Item name="what" label={labels.what} extra={t("sampling.whatHint")} rules={required}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <Form.Item
        name="wanted"
        label={labels.wanted}
        extra={t("sampling.wantedHint")}
        rules={required}
      >
        <Input.TextArea rows={4} maxLength={2000} />
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
      <Form.Item name="site_id" label={labels.site_id}>
        <Select allowClear options={sites} />
      </Form.Item>
      <Form.Item name="plan_item_id" label={labels.plan_item_id}>
        <Select allowClear showSearch={{ optionFilterProp: "label" }} options={planItems} />
      </Form.Item>
    </FormDrawer>
  );
}

/** The client's sites, as choices. */
function useSites(case_id: string) {
  const { data: audit } = api.useQuery("get", "/api/programme/cases/{case_id}", {
    params: { path: { case_id } },
  });
  const query = { client_id: audit?.client_id ?? "", size: 200 };
  const { data } = api.useQuery(
    "get",
    "/api/programme/sites",
    { params: { query } },
    { enabled: audit !== undefined },
  );
  return (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
}
