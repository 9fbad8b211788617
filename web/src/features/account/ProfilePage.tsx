import { useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { type Me, meQuery, useMe } from "@/api/me";
import { roleKey } from "@/lib/roles";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card, Facts, Page } from "@/ui/Page";
import { StaleDialog } from "@/ui/StaleDialog";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { ZoneSelect } from "@/ui/ZoneSelect";

type Person = Me["person"];
type Values = Pick<Person, "name" | "phone" | "language" | "zone">;

const valuesOf = ({ name, phone, language, zone }: Person): Values => ({
  name,
  phone,
  language,
  zone,
});

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
  const labels = {
    name: t("account.profile.name"),
    phone: t("account.profile.phone"),
    language: t("account.profile.language"),
    zone: t("account.profile.zone"),
  };
  const { formProps, busy, error, saved, dialog } = useVersionedForm<Values, Person>({
    row: person,
    valuesOf,
    save: async (values, version) => {
      const { data } = await client.PATCH("/api/identity/me", {
        body: { ...values, language: values.language as "zh-hans" | "en", version },
      });
      await queryClient.invalidateQueries(meQuery);
      return data;
    },
  });
  return (
    <Card title={t("account.profile.about")}>
      <Form<Values> {...formProps}>
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
      <StaleDialog labels={labels} {...dialog} />
    </Card>
  );
}
