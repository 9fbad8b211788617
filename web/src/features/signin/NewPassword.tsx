import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";

import { ErrorSummary } from "@/ui/Notice";
import { useSubmit } from "@/ui/useSubmit";
import styles from "./signin.module.css";

interface NewPasswordProps {
  submitLabel: string;
  save: (password: string) => Promise<unknown>;
  onSaved: () => void;
}

const SHORTEST = 12;

/** One field that can be shown, instead of the same password typed twice. */
export function NewPassword({ submitLabel, save, onSaved }: NewPasswordProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ password: string }>();
  const { submit, busy, error } = useSubmit<{ password: string }>({
    form,
    save: ({ password }) => save(password),
    onSaved,
  });
  return (
    <Form form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      <div className={styles.error}>
        <ErrorSummary error={error} />
      </div>
      <Form.Item
        name="password"
        label={t("signin.newPassword")}
        extra={t("signin.passwordRule")}
        rules={[{ min: SHORTEST, required: true, message: t("signin.passwordShort") }]}
      >
        <Input.Password autoComplete="new-password" autoFocus size="large" />
      </Form.Item>
      <Button block size="large" type="primary" htmlType="submit" loading={busy}>
        {submitLabel}
      </Button>
    </Form>
  );
}
