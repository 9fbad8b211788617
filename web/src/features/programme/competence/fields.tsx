import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import type { Choice } from "../team/people";
import styles from "./competence.module.css";
import { QUALIFIED_AS, SCHEMES } from "./types";

export function useQualificationLabels() {
  const { t } = useTranslation();
  return {
    person_id: t("competence.person"),
    scheme: t("competence.scheme"),
    role: t("competence.roleLabel"),
    codes: t("competence.codes"),
    valid_from: t("competence.validFrom"),
    valid_to: t("competence.validTo"),
    evidence: t("competence.evidence"),
  };
}

/** Whose qualification, in what and as what: chosen once, when it is granted. */
export function WhatFields({ people }: { people: Choice[] }) {
  const { t } = useTranslation();
  const labels = useQualificationLabels();
  const required = [{ required: true, message: t("competence.missing") }];
  return (
    <>
      <Form.Item name="person_id" label={labels.person_id} rules={required}>
        <Select showSearch={{ optionFilterProp: "label" }} options={people} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="scheme" label={labels.scheme} rules={required}>
          <Select options={SCHEMES.map((value) => ({ value, label: value }))} />
        </Form.Item>
        <Form.Item name="role" label={labels.role} rules={required}>
          <Select
            options={QUALIFIED_AS.map((value) => ({
              value,
              label: t(`competence.role.${value}`),
            }))}
          />
        </Form.Item>
      </div>
    </>
  );
}

/** Codes, days and on what the grant rests. */
export function ScopeFields() {
  const { t } = useTranslation();
  const labels = useQualificationLabels();
  const required = [{ required: true, message: t("competence.missing") }];
  return (
    <>
      <Form.Item name="codes" label={labels.codes} extra={t("competence.codesNote")}>
        <Input placeholder="17.06 18" maxLength={400} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="valid_from" label={labels.valid_from} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="valid_to" label={labels.valid_to} extra={t("competence.validToNote")}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item
        name="evidence"
        label={labels.evidence}
        extra={t("competence.evidenceNote")}
        rules={[{ required: true, whitespace: true, message: t("competence.missing") }]}
      >
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </>
  );
}
