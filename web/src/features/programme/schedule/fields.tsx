import { Checkbox, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import styles from "./schedule.module.css";
import { ABSENCE_KINDS } from "./types";

export function useAbsenceLabels() {
  const { t } = useTranslation();
  return {
    person_id: t("schedule.person"),
    kind: t("schedule.kindLabel"),
    first: t("schedule.first"),
    last: t("schedule.last"),
    from_noon: t("schedule.fromNoon"),
    until_noon: t("schedule.untilNoon"),
    note: t("schedule.note"),
  };
}

/** Kind, days and half days. */
export function AbsenceFields() {
  const { t } = useTranslation();
  const labels = useAbsenceLabels();
  const required = [{ required: true, message: t("competence.missing") }];
  return (
    <>
      <Form.Item name="kind" label={labels.kind}>
        <Select
          options={ABSENCE_KINDS.map((value) => ({ value, label: t(`schedule.kind.${value}`) }))}
        />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="first" label={labels.first} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="last" label={labels.last} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="from_noon" valuePropName="checked">
          <Checkbox>{labels.from_noon}</Checkbox>
        </Form.Item>
        <Form.Item name="until_noon" valuePropName="checked">
          <Checkbox>{labels.until_noon}</Checkbox>
        </Form.Item>
      </div>
      <Form.Item name="note" label={labels.note} extra={t("schedule.noteNote")}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}
