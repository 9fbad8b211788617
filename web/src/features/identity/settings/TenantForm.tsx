import { useQueryClient } from "@tanstack/react-query";
import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import type { components } from "@/api/schema";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { StaleDialog } from "@/ui/StaleDialog";
import { useSubmit } from "@/ui/useSubmit";
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
  const [form] = Form.useForm<Values>();
  /** The version this form began with: a live update must not make an old form look new. */
  const [version, setVersion] = useState(tenant.version);
  const [saved, setSaved] = useState(false);
  const { submit, busy, error, stale, clear } = useSubmit<Values>({
    form,
    save: async (values) => {
      setSaved(false);
      const { data } = await client.PATCH("/api/identity/tenant", { body: { ...values, version } });
      if (data) setVersion(data.version);
      await queryClient.invalidateQueries();
    },
    onSaved: () => setSaved(true),
  });
  const resolve = (current: Record<string, unknown>, values?: Values) => {
    setVersion(Number(current.version));
    if (values) form.setFieldsValue(values);
    clear();
  };
  return (
    <Card title={t("settings.organisation")}>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={valuesOf(tenant)}
        onValuesChange={() => setSaved(false)}
        onFinish={(values) => void submit(values)}
      >
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
      <StaleDialog
        error={stale}
        mine={form.getFieldsValue()}
        labels={labels}
        keepMine={(current) => resolve(current)}
        takeTheirs={(current) => resolve(current, valuesOf(current as unknown as Tenant))}
        onClose={clear}
      />
    </Card>
  );
}
