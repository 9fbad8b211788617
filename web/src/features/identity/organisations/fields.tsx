import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";

import { ZoneSelect } from "@/ui/ZoneSelect";
import { isCreditCode, tidyCreditCode } from "./creditCode";

export function useProfileLabels() {
  const { t } = useTranslation();
  return {
    name: t("organisations.name"),
    name_en: t("organisations.nameEn"),
    short_name: t("organisations.shortName"),
    credit_code: t("organisations.creditCode"),
    address: t("organisations.address"),
    zone: t("organisations.zone"),
  };
}

/** What every organisation has, whatever its kind. */
export function ProfileFields() {
  const { t } = useTranslation();
  const labels = useProfileLabels();
  return (
    <>
      <Form.Item
        name="name"
        label={labels.name}
        rules={[{ required: true, whitespace: true, message: t("organisations.nameMissing") }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="name_en" label={labels.name_en}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="short_name" label={labels.short_name}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item
        name="credit_code"
        label={labels.credit_code}
        normalize={tidyCreditCode}
        validateTrigger="onBlur"
        rules={[
          {
            validator: (_rule, code: string | undefined) =>
              !code || isCreditCode(code)
                ? Promise.resolve()
                : Promise.reject(new Error(t("organisations.creditCodeWrong"))),
          },
        ]}
      >
        <Input maxLength={24} />
      </Form.Item>
      <Form.Item name="address" label={labels.address}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="zone" label={labels.zone}>
        <ZoneSelect />
      </Form.Item>
    </>
  );
}
