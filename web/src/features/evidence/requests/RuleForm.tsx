import { Button, Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { requestKey } from "@/lib/requests";
import { ErrorSummary } from "@/ui/Notice";
import styles from "./requests.module.css";
import { type Refusal, RULINGS, useDeed, type WholeRequest } from "./types";

interface Values {
  ruling: Exclude<Refusal["ruling"], "">;
  text: string;
}

/** The lead auditor decides what becomes of a refusal, or of silence past the due time. */
export function RuleForm({ of }: { of: WholeRequest }) {
  const { t } = useTranslation();
  const { run, busy, error } = useDeed();
  const params = { path: { request_id: of.id } };
  const rule = (values: Values) =>
    run(
      client.POST("/api/evidence/requests/{request_id}/rule", {
        params,
        body: { ...values, version: of.version },
      }),
    );
  const required = [{ required: true, message: t("requests.required") }];
  return (
    <Form<Values> layout="vertical" requiredMark={false} onFinish={(values) => void rule(values)}>
      <h2>{t("requests.ruleTitle", { code: of.code })}</h2>
      <ErrorSummary error={error} />
      <Form.Item name="ruling" label={t("requests.rulingLabel")} rules={required}>
        <Radio.Group className={styles.choices}>
          {RULINGS.map((value) => (
            <Radio key={value} value={value}>
              {t(requestKey.ruling(value))}
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item name="text" label={t("requests.rulingText")} rules={required}>
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t("requests.rule")}
      </Button>
    </Form>
  );
}
