import { Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";

import { useCaseId } from "@/lib/caseId";
import { ZoneSelect } from "@/ui/ZoneSelect";
import { usePlanItems } from "../requests/AskDrawer";

export const useClockLabels = () => {
  const { t } = useTranslation();
  return {
    zone: t("external.zone"),
    local_start: t("external.start"),
    offset_seconds: t("external.offset"),
    plan_item_id: t("evidence.planItem"),
  };
};

/** In which zone the tool tells its times, when it began by them, and by how much it was wrong. */
export function ClockFields() {
  const { t } = useTranslation();
  const labels = useClockLabels();
  const planItems = usePlanItems(useCaseId());
  const required = [{ required: true, message: t("requests.required") }];
  return (
    <>
      <Form.Item name="zone" label={labels.zone} rules={required}>
        <ZoneSelect />
      </Form.Item>
      <Form.Item
        name="local_start"
        label={labels.local_start}
        extra={t("external.startHint")}
        rules={required}
      >
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item
        name="offset_seconds"
        label={labels.offset_seconds}
        extra={t("external.offsetHint")}
      >
        <InputNumber min={-86_400} max={86_400} precision={0} />
      </Form.Item>
      <Form.Item name="plan_item_id" label={labels.plan_item_id}>
        <Select allowClear showSearch={{ optionFilterProp: "label" }} options={planItems} />
      </Form.Item>
    </>
  );
}
