import { Button, Form, Input } from "antd";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { ErrorSummary } from "@/ui/Notice";
import { Icon } from "@/ui/icons";
import { passkeysWork } from "@/lib/passkeys";
import { signIn, signInWithPasskey, type Step } from "./flow";
import styles from "./signin.module.css";
import { useAttempt } from "./useAttempt";

interface Values {
  email: string;
  password: string;
}

interface PasswordStepProps {
  /** What is filled in already. */
  known: Values;
  fixedEmail: boolean;
  onStep: (step: Step) => void;
}

export function PasswordStep({ known, fixedEmail, onStep }: PasswordStepProps) {
  const { t } = useTranslation();
  const { attempt, busy, error } = useAttempt(onStep);
  return (
    <Form<Values>
      layout="vertical"
      requiredMark={false}
      initialValues={known}
      onFinish={(values) => attempt(() => signIn(values.email, values.password))}
    >
      <div className={styles.error}>
        <ErrorSummary error={error} />
      </div>
      <Form.Item
        name="email"
        label={t("signin.email")}
        rules={[{ required: true, message: t("signin.emailMissing") }]}
      >
        <Input
          type="email"
          autoComplete="username"
          readOnly={fixedEmail}
          autoFocus={!known.email}
          size="large"
        />
      </Form.Item>
      <Form.Item
        name="password"
        label={t("signin.password")}
        rules={[{ required: true, message: t("signin.passwordMissing") }]}
      >
        <Input.Password
          autoComplete="current-password"
          autoFocus={known.email !== ""}
          size="large"
        />
      </Form.Item>
      <Button block size="large" type="primary" htmlType="submit" loading={busy}>
        {t("signin.submit")}
      </Button>
      {passkeysWork() && (
        <Button
          block
          size="large"
          className={styles.second}
          disabled={busy}
          icon={<Icon name="key" />}
          onClick={() => attempt(() => signInWithPasskey("login"))}
        >
          {t("signin.passkey")}
        </Button>
      )}
      <p className={styles.forgot}>
        <Link to="/reset-password">{t("signin.forgot")}</Link>
      </p>
    </Form>
  );
}
