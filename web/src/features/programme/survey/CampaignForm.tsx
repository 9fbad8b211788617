import { Button, Checkbox, Form, Input, InputNumber, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useRefresh } from "@/features/programme/cases/useCase";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { Preview } from "./Preview";
import styles from "./survey.module.css";
import type { Campaign } from "./types";

interface Values {
  title: string;
  due_on: string;
  message: string;
  reminders: string[];
  search: string;
  schemes: string[];
  with_open_case: boolean;
  unanswered_months: number | null;
}

const SCHEMES = ["QMS", "EMS", "OHSMS", "ISMS"];

/** A campaign before it is sent: what is asked, until when, and whom; sending freezes the list. */
export function CampaignForm({ of }: { of: Campaign }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const [form] = Form.useForm<Values>();
  const [chosen, setChosen] = useState(of.chosen);
  const [without, setWithout] = useState<readonly string[]>(of.chosen.without ?? []);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const labels = useLabels();
  const { data } = api.useQuery("post", "/api/programme/surveys/campaigns/preview", {
    body: { ...chosen, without: [...without] },
  });
  const read = (values: Values) => ({
    search: values.search ?? "",
    schemes: values.schemes ?? [],
    with_open_case: values.with_open_case,
    unanswered_months: values.unanswered_months ?? 0,
  });
  const start = async (values: Values) => {
    setBusy(true);
    setError(null);
    const params = { path: { campaign_id: of.id } };
    try {
      const { data: saved } = await client.PATCH("/api/programme/surveys/campaigns/{campaign_id}", {
        params,
        body: {
          version: of.version,
          title: values.title,
          due_on: values.due_on || null,
          message: values.message,
          reminders: values.reminders.map(Number),
          chosen: { ...read(values), without: [...without] },
        },
      });
      await client.POST("/api/programme/surveys/campaigns/{campaign_id}/start", {
        params,
        body: { version: saved?.version ?? of.version },
      });
    } catch (refusal) {
      setError(refusal);
    } finally {
      await refresh();
      setBusy(false);
    }
  };
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      className={styles.campaign}
      initialValues={initialOf(of)}
      onValuesChange={(_, values: Values) => setChosen(read(values))}
      onFinish={(values) => void start(values)}
    >
      <Card title={t("surveys.whatIsAsked")}>
        <ErrorSummary error={error} labels={labels} />
        <div className={styles.pair}>
          <Form.Item name="title" label={labels.title} rules={[{ required: true }]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="due_on" label={labels.due_on}>
            <Input type="date" />
          </Form.Item>
        </div>
        <Form.Item name="message" label={labels.message} extra={t("surveys.messageHint")}>
          <Input.TextArea rows={3} maxLength={1000} />
        </Form.Item>
        <Form.Item name="reminders" label={labels.reminders} extra={t("surveys.remindersHint")}>
          <Select mode="multiple" options={useReminders()} />
        </Form.Item>
      </Card>
      <Card title={t("surveys.whoIsAsked")}>
        <div className={styles.pair}>
          <Form.Item name="search" label={labels.search}>
            <Input maxLength={200} allowClear />
          </Form.Item>
          <Form.Item name="schemes" label={labels.schemes}>
            <Select mode="multiple" options={SCHEMES.map((code) => ({ value: code }))} />
          </Form.Item>
          <Form.Item name="unanswered_months" label={labels.unanswered_months}>
            <InputNumber min={0} max={60} precision={0} suffix={t("surveys.months")} />
          </Form.Item>
          <Form.Item name="with_open_case" valuePropName="checked" label={labels.with_open_case}>
            <Checkbox>{t("surveys.onlyOpen")}</Checkbox>
          </Form.Item>
        </div>
        <Preview preview={data} without={without} onWithout={setWithout} />
        <Button type="primary" htmlType="submit" loading={busy} disabled={!data?.asked}>
          {t("surveys.sendTo", { count: data?.asked ?? 0 })}
        </Button>
      </Card>
    </Form>
  );
}

const initialOf = (of: Campaign): Values => ({
  title: of.title,
  due_on: of.due_on ?? "",
  message: of.message,
  reminders: of.reminders.map(String),
  search: of.chosen.search ?? "",
  schemes: of.chosen.schemes ?? [],
  with_open_case: of.chosen.with_open_case ?? false,
  unanswered_months: of.chosen.unanswered_months || null,
});

const DAYS = [-7, -3, -1, 1, 3, 7, 14];

function useReminders() {
  const { t } = useTranslation();
  return DAYS.map((days) => ({
    value: String(days),
    label: t(days < 0 ? "surveys.daysBefore" : "surveys.daysAfter", { days: Math.abs(days) }),
  }));
}

function useLabels() {
  const { t } = useTranslation();
  return {
    title: t("surveys.title"),
    due_on: t("surveys.due"),
    message: t("surveys.message"),
    reminders: t("surveys.reminders"),
    search: t("surveys.client"),
    schemes: t("surveys.schemes"),
    unanswered_months: t("surveys.unanswered"),
    with_open_case: t("surveys.openAudits"),
  };
}
