import { useQuery } from "@tanstack/react-query";
import { Link, useLocation } from "@tanstack/react-router";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { ErrorSummary, Notice } from "@/ui/Notice";
import { Waiting } from "@/ui/Page";
import { PublicFrame } from "@/ui/PublicFrame";
import { useSubmit } from "@/ui/useSubmit";
import { askReset, resetKeyWorks, resetPassword } from "./flow";
import { NewPassword } from "./NewPassword";
import styles from "./signin.module.css";

/** Without a key: ask for the mail. With the key of the mail behind `#`: choose a new password. */
export function ResetPage() {
  const { t } = useTranslation();
  const key = useLocation({ select: (location) => location.hash });
  return (
    <PublicFrame title={t(key ? "signin.reset.newTitle" : "signin.reset.title")}>
      {key ? <Renew resetKey={key} /> : <Ask />}
      <p className={styles.forgot}>
        <Link to="/login">{t("signin.reset.toLogin")}</Link>
      </p>
    </PublicFrame>
  );
}

function Ask() {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ email: string }>();
  const [asked, setAsked] = useState("");
  const { submit, busy, error } = useSubmit<{ email: string }>({
    form,
    save: ({ email }) => askReset(email),
    onSaved: () => setAsked(form.getFieldValue("email")),
  });
  if (asked) return <Notice tone="ok">{t("signin.reset.sent", { email: asked })}</Notice>;
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      <p className={styles.lead}>{t("signin.reset.text")}</p>
      <div className={styles.error}>
        <ErrorSummary error={error} />
      </div>
      <Form.Item
        name="email"
        label={t("signin.email")}
        rules={[{ required: true, message: t("signin.emailMissing") }]}
      >
        <Input type="email" autoComplete="username" autoFocus size="large" />
      </Form.Item>
      <Button block size="large" type="primary" htmlType="submit" loading={busy}>
        {t("signin.reset.ask")}
      </Button>
    </Form>
  );
}

function Renew({ resetKey }: { resetKey: string }) {
  const { t } = useTranslation();
  const works = useQuery({ queryKey: ["reset", resetKey], queryFn: () => resetKeyWorks(resetKey) });
  const [done, setDone] = useState(false);
  if (done) return <Notice tone="ok">{t("signin.reset.done")}</Notice>;
  if (works.isPending) return <Waiting />;
  if (!works.data) return <Notice tone="warn">{t("signin.reset.expired")}</Notice>;
  return (
    <NewPassword
      submitLabel={t("signin.reset.save")}
      save={(password) => resetPassword(resetKey, password)}
      onSaved={() => setDone(true)}
    />
  );
}
