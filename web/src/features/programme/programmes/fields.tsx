import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { JURISDICTIONS, SCHEMES } from "./types";
import { useCycleWords } from "./words";

export interface ProgrammeValues {
  schemes: string[];
  scope: string;
  scope_codes: string[];
  jurisdiction: "CN" | "IAF";
  certified_on: string;
  expires_on: string;
}

export function useProgrammeLabels() {
  const { t } = useTranslation();
  return {
    client_id: t("programmes.client"),
    cycle: t("programmes.cycle"),
    schemes: t("programmes.schemes"),
    scope: t("programmes.scope"),
    scope_codes: t("programmes.codes"),
    jurisdiction: t("programmes.jurisdiction"),
    certified_on: t("programmes.certified"),
    expires_on: t("programmes.expires"),
  };
}

/** What a cycle is about, and the dates from which everything counts. */
export function ProgrammeFields() {
  const { t } = useTranslation();
  const words = useCycleWords();
  const labels = useProgrammeLabels();
  return (
    <>
      <Form.Item
        name="schemes"
        label={labels.schemes}
        rules={[{ required: true, message: t("programmes.schemesMissing") }]}
      >
        <Select mode="multiple" options={SCHEMES.map((code) => ({ value: code, label: code }))} />
      </Form.Item>
      <Form.Item name="scope" label={labels.scope}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <Form.Item name="scope_codes" label={labels.scope_codes} extra={t("programmes.codesNote")}>
        <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[",", "，", " "]} />
      </Form.Item>
      <Form.Item name="jurisdiction" label={labels.jurisdiction}>
        <Select
          options={JURISDICTIONS.map((code) => ({ value: code, label: words.rules(code) }))}
        />
      </Form.Item>
      <Form.Item
        name="certified_on"
        label={labels.certified_on}
        extra={t("programmes.certifiedNote")}
      >
        <Input type="date" />
      </Form.Item>
      <Form.Item name="expires_on" label={labels.expires_on} extra={t("programmes.expiresNote")}>
        <Input type="date" />
      </Form.Item>
    </>
  );
}

/** The form's values as the server takes them: an empty date is none. */
export const bodyOf = <Values extends ProgrammeValues>(values: Values) => ({
  ...values,
  certified_on: values.certified_on || null,
  expires_on: values.expires_on || null,
});
