import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { markFields } from "@/ui/useSubmit";
import styles from "./account.module.css";
import { useProof } from "./proof";
import { changePassword } from "./security";

interface Values {
  current_password: string;
  new_password: string;
}

export function PasswordCard() {
  const { t } = useTranslation();
  const [state, setState] = useState<"closed" | "open" | "changed">("closed");
  const change = <Button onClick={() => setState("open")}>{t("account.password.change")}</Button>;
  return (
    <Card title={t("account.password.title")} aside={state !== "open" && change}>
      {state === "open" ? (
        <ChangePassword onDone={() => setState("changed")} onCancel={() => setState("closed")} />
      ) : (
        <p className="muted">{t("signin.passwordRule")}</p>
      )}
      {state === "changed" && <Notice tone="ok">{t("account.password.changed")}</Notice>}
    </Card>
  );
}

function ChangePassword({ onDone, onCancel }: { onDone: () => void; onCancel: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const withProof = useProof();
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = ({ current_password, new_password }: Values) => {
    setBusy(true);
    withProof(() => changePassword(current_password, new_password))
      .then(onDone, (refusal: unknown) => {
        setError(refusal);
        markFields(form, refusal);
      })
      .finally(() => setBusy(false));
  };
  const missing = [{ required: true, message: t("signin.passwordMissing") }];
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      <ErrorSummary error={error} />
      <Form.Item name="current_password" label={t("account.password.current")} rules={missing}>
        <Input.Password autoFocus autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="new_password"
        label={t("signin.newPassword")}
        extra={t("signin.passwordRule")}
        rules={[{ min: 12, required: true, message: t("signin.passwordShort") }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("account.password.save")}
        </Button>
        <Button onClick={onCancel}>{t("ui.cancel")}</Button>
      </div>
    </Form>
  );
}
