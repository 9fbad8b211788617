import { useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { type Me, meQuery, useMe } from "@/api/me";
import { roleKey } from "@/lib/roles";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card, Facts, Page } from "@/ui/Page";
import { StaleDialog } from "@/ui/StaleDialog";
import { useSubmit } from "@/ui/useSubmit";
import { ZoneSelect } from "@/ui/ZoneSelect";

type Values = Pick<Me["person"], "name" | "phone" | "language" | "zone">;

export function ProfilePage() {
  const { t } = useTranslation();
  const { account, membership } = useMe();
  return (
    <Page title={t("shell.user.profile")} narrow>
      <Card title={t("account.profile.seat")}>
        <Facts
          items={[
            [t("signin.email"), account?.email ?? t("ui.none")],
            [t("account.profile.role"), t(roleKey(membership.role))],
            [t("account.profile.tenant"), membership.tenant.name],
          ]}
        />
      </Card>
      <ProfileForm />
    </Page>
  );
}

function ProfileForm() {
  const { t } = useTranslation();
  const { person } = useMe();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<Values>();
  const [version, setVersion] = useState(person.version);
  const [saved, setSaved] = useState(false);
  const labels = {
    name: t("account.profile.name"),
    phone: t("account.profile.phone"),
    language: t("account.profile.language"),
    zone: t("account.profile.zone"),
  };
  const send = (values: Values, onVersion: number) =>
    client.PATCH("/api/identity/me", {
      body: { ...values, language: values.language as "zh-hans" | "en", version: onVersion },
    });
  const { submit, busy, error, stale, clear } = useSubmit<Values>({
    form,
    save: async (values) => {
      setSaved(false);
      const { data } = await send(values, version);
      if (data) setVersion(data.version);
      await queryClient.invalidateQueries(meQuery);
    },
    onSaved: () => setSaved(true),
  });
  const take = (current: Record<string, unknown>) => {
    setVersion(Number(current.version));
    clear();
  };
  return (
    <Card title={t("account.profile.about")}>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={person}
        onFinish={(values) => void submit(values)}
        onValuesChange={() => setSaved(false)}
      >
        <ErrorSummary error={error} labels={labels} />
        <Form.Item
          name="name"
          label={labels.name}
          rules={[{ required: true, message: t("account.profile.nameMissing") }]}
        >
          <Input autoComplete="name" maxLength={200} />
        </Form.Item>
        <Form.Item name="phone" label={labels.phone}>
          <Input type="tel" autoComplete="tel" />
        </Form.Item>
        <Form.Item
          name="language"
          label={labels.language}
          extra={t("account.profile.languageNote")}
        >
          <Select
            options={[
              { value: "zh-hans", label: "简体中文" },
              { value: "en", label: "English" },
            ]}
          />
        </Form.Item>
        <Form.Item name="zone" label={labels.zone} extra={t("account.profile.zoneNote")}>
          <ZoneSelect />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("account.profile.save")}
        </Button>
      </Form>
      {saved && <Notice tone="ok">{t("account.profile.saved")}</Notice>}
      <StaleDialog
        error={stale}
        mine={form.getFieldsValue()}
        labels={labels}
        keepMine={take}
        takeTheirs={(current) => {
          take(current);
          form.setFieldsValue(current as unknown as Values);
        }}
        onClose={clear}
      />
    </Card>
  );
}
