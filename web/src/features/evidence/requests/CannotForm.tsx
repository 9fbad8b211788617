import { Button, Form, Input, Radio } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { requestKey } from "@/lib/requests";
import { ErrorSummary } from "@/ui/Notice";
import styles from "./requests.module.css";
import { GROUNDS, type Request, useDeed } from "./types";

interface Values {
  ground: (typeof GROUNDS)[number];
  text: string;
}

/** The honest way out: why something is not handed over; the lead auditor rules. */
export function CannotForm({ of, onDone }: { of: Request; onDone: () => void }) {
  const { t } = useTranslation();
  const { run, busy, error } = useDeed();
  const params = { path: { request_id: of.id } };
  const refuse = async (values: Values) => {
    const path = "/api/evidence/requests/{request_id}/refuse";
    const body = { ...values, version: of.version };
    if (await run(client.POST(path, { params, body }))) onDone();
  };
  const required = [{ required: true, message: t("requests.required") }];
  return (
    <Form<Values> layout="vertical" requiredMark={false} onFinish={(values) => void refuse(values)}>
      <h3>{t("requests.cannotTitle", { code: of.code })}</h3>
      <p className="muted">{t("requests.cannotNote")}</p>
      <ErrorSummary error={error} />
      <Form.Item name="ground" label={t("requests.ground")} rules={required}>
        <Radio.Group className={styles.choices}>
          {GROUNDS.map((value) => (
            <Radio key={value} value={value}>
              {t(requestKey.ground(value))}
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item name="text" label={t("requests.groundText")} rules={required}>
        <Input.TextArea rows={3} maxLength={4000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t("requests.sendRefusal")}
      </Button>
    </Form>
  );
}
