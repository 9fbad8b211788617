import { useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import type { components } from "@/api/schema";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { StaleDialog } from "@/ui/StaleDialog";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { ProfileFields, useProfileLabels } from "../organisations/fields";

export type Tenant = components["schemas"]["TenantOut"];
type Values = Omit<Tenant, "id" | "kind" | "logo_id" | "version" | "language"> & {
  language: "zh-hans" | "en";
};

const valuesOf = ({ id: _id, kind: _kind, logo_id: _logo, version: _version, ...rest }: Tenant) =>
  rest as Values;

export function TenantForm({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation();
  const labels = {
    ...useProfileLabels(),
    approval_number: t("setup.approval"),
    language: t("settings.language"),
  };
  const queryClient = useQueryClient();
  const { formProps, busy, error, saved, dialog } = useVersionedForm<Values, Tenant>({
    row: tenant,
    valuesOf,
    save: async (values, version) => {
      const { data } = await client.PATCH("/api/identity/tenant", { body: { ...values, version } });
      await queryClient.invalidateQueries();
      return data;
    },
  });
  return (
    <Card title={t("settings.organisation")}>
      <Form<Values> {...formProps}>
        <ErrorSummary error={error} labels={labels} />
        <ProfileFields />
        <Form.Item name="approval_number" label={labels.approval_number}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="language" label={labels.language} extra={t("settings.languageNote")}>
          <Select
            options={[
              { value: "zh-hans", label: "简体中文" },
              { value: "en", label: "English" },
            ]}
          />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("settings.save")}
        </Button>
      </Form>
      {saved && <Notice tone="ok">{t("settings.saved")}</Notice>}
      <StaleDialog labels={labels} {...dialog} />
    </Card>
  );
}
