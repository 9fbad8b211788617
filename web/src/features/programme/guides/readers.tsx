import { Form, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";

import { type Audience, AUDIENCES, GUIDE_SCHEMES } from "./types";

export interface GuideReaders {
  audience: Audience;
  schemes: string[];
  position: number;
}

export function useReaderLabels() {
  const { t } = useTranslation();
  return {
    audience: t("guides.audienceLabel"),
    schemes: t("guides.scheme"),
    position: t("guides.position"),
  };
}

/** For whom a page is, for which schemes, and where it stands in the list. */
export function ReaderFields() {
  const { t } = useTranslation();
  const labels = useReaderLabels();
  return (
    <>
      <Form.Item name="audience" label={labels.audience}>
        <Select
          options={AUDIENCES.map((code) => ({ value: code, label: t(`guides.audience.${code}`) }))}
        />
      </Form.Item>
      <Form.Item name="schemes" label={labels.schemes} extra={t("guides.schemesNote")}>
        <Select
          mode="multiple"
          options={GUIDE_SCHEMES.map((code) => ({ value: code, label: code }))}
        />
      </Form.Item>
      <Form.Item
        name="position"
        label={labels.position}
        extra={t("guides.positionNote")}
        rules={[{ required: true, message: t("guides.positionNote") }]}
      >
        <InputNumber min={0} max={9999} precision={0} />
      </Form.Item>
    </>
  );
}
