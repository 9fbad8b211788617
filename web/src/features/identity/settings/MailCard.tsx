import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useMe } from "@/api/me";
import { useLanguage } from "@/lib/preferences";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card, Facts, Waiting } from "@/ui/Page";
import { useSubmit } from "@/ui/useSubmit";
import styles from "./settings.module.css";

/** How letters leave, and a letter to try it. */
export function MailCard() {
  const { t } = useTranslation();
  const { data: mail, error } = api.useQuery("get", "/api/mail");
  return (
    <Card title={t("settings.mail")}>
      <ErrorSummary error={error} />
      {!mail && !error && <Waiting />}
      {mail && (
        <div className={styles.stack}>
          <Facts
            items={[
              [
                t("settings.mailWay"),
                mail.delivery === "server" ? mail.server : t("settings.mailFolder"),
              ],
              [t("settings.mailSender"), mail.sender],
            ]}
          />
          <Trial />
        </div>
      )}
    </Card>
  );
}

function Trial() {
  const { t } = useTranslation();
  const { person } = useMe();
  const language = useLanguage();
  const [form] = Form.useForm<{ to: string }>();
  const [job, setJob] = useState("");
  const { submit, busy, error } = useSubmit<{ to: string }>({
    form,
    save: async ({ to }) => {
      setJob("");
      const { data } = await client.POST("/api/mail/trial", { body: { to, language } });
      setJob(data?.job_id ?? "");
    },
    onSaved: () => undefined,
  });
  return (
    <Form form={form} layout="vertical" initialValues={{ to: person.email }} onFinish={submit}>
      <ErrorSummary error={error} />
      <Form.Item name="to" label={t("settings.trialTo")}>
        <Input type="email" />
      </Form.Item>
      <Button htmlType="submit" loading={busy}>
        {t("settings.trial")}
      </Button>
      {job && <Outcome job={job} />}
    </Form>
  );
}

const WHILE_SENDING = 1_000;

/** Whether the trial letter left, asked again until it did or failed. */
function Outcome({ job }: { job: string }) {
  const { t } = useTranslation();
  const { data } = api.useQuery(
    "get",
    "/api/jobs/{job_id}",
    { params: { path: { job_id: job } } },
    {
      refetchInterval: ({ state }) =>
        ["done", "failed"].includes(state.data?.state ?? "") ? false : WHILE_SENDING,
    },
  );
  if (data?.state === "done") return <Notice tone="ok">{t("settings.trialSent")}</Notice>;
  if (data?.state === "failed" || data?.message) {
    return (
      <Notice tone="bad" alert>
        {data.message}
      </Notice>
    );
  }
  return <Notice tone="blue">{t("settings.trialWaiting")}</Notice>;
}
