import { useQueryClient } from "@tanstack/react-query";
import { useLocation, useNavigate } from "@tanstack/react-router";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useLanguage } from "@/lib/preferences";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Waiting } from "@/ui/Page";
import { PublicFrame } from "@/ui/PublicFrame";
import { useSubmit } from "@/ui/useSubmit";
import { ApplicantView } from "./ApplicantView";
import { actsByLink } from "./acts";
import styles from "./applications.module.css";
import type { Application } from "./types";

const LOOK = "/api/programme/apply/look";

/** Applying without an account. Without a key: begin. With the key behind `#`: go on. */
export function ApplyPage() {
  const { t } = useTranslation();
  const token = useLocation({ select: (location) => location.hash });
  return (
    <PublicFrame wide title={t("applications.apply.title")}>
      {token ? <GoOn key={token} token={token} /> : <Begin />}
    </PublicFrame>
  );
}

function Begin() {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const [form] = Form.useForm<{ email: string }>();
  const { data: body, error: closed } = api.useQuery("get", "/api/programme/apply/body");
  const { submit, busy, error } = useSubmit<{ email: string }>({
    form,
    save: async ({ email }) => {
      const { data } = await client.POST("/api/programme/apply", { body: { email, language } });
      if (data) await navigate({ to: "/apply", hash: data.token, replace: true });
    },
    onSaved: () => undefined,
  });
  const name = (language === "en" && body?.name_en) || body?.name;
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      <ErrorSummary error={error ?? closed} />
      {name && <p>{t("applications.apply.lead", { body: name })}</p>}
      <p>{t("applications.apply.kept")}</p>
      <Form.Item
        name="email"
        label={t("applications.field.contact_email")}
        rules={[{ required: true, message: t("applications.emailMissing") }]}
      >
        <Input type="email" autoComplete="email" autoFocus size="large" maxLength={254} />
      </Form.Item>
      <Button block size="large" type="primary" htmlType="submit" loading={busy}>
        {t("applications.apply.begin")}
      </Button>
    </Form>
  );
}

function GoOn({ token }: { token: string }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [isNew, setNew] = useState(true);
  const request = { body: { token } };
  const options = api.queryOptions("post", LOOK, request);
  const { data, error } = api.useQuery("post", LOOK, request, { refetchOnWindowFocus: false });
  const onRow = (row: Application) => queryClient.setQueryData(options.queryKey, row);
  return (
    <div className={styles.stack}>
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      {data && (
        <>
          {data.state === "draft" && isNew && (
            <Notice
              tone="ok"
              action={
                <Button onClick={() => setNew(false)}>{t("applications.apply.noted")}</Button>
              }
            >
              {t("applications.apply.link", { email: data.contact_email })}
            </Notice>
          )}
          <ApplicantView row={data} acts={actsByLink(token)} onRow={onRow} />
        </>
      )}
    </div>
  );
}
