import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import type { SecondFactor } from "@/api/allauth";
import { passkeysWork } from "@/lib/passkeys";
import { Icon } from "@/ui/icons";
import { ErrorSummary } from "@/ui/Notice";
import { giveCode, signInWithPasskey, type Step } from "./flow";
import styles from "./signin.module.css";
import { useAttempt } from "./useAttempt";

interface SecondStepProps {
  factors: SecondFactor[];
  onStep: (step: Step) => void;
  onBack: () => void;
}

/** The code of the authenticator, a recovery code, or a passkey. */
export function SecondStep({ factors, onStep, onBack }: SecondStepProps) {
  const { t } = useTranslation();
  const { attempt, busy, error } = useAttempt(onStep);
  const [recovery, setRecovery] = useState(!factors.includes("totp"));
  return (
    <Form<{ code: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ code }) => attempt(() => giveCode(code))}
    >
      <h2>{t("signin.second.title")}</h2>
      <p className={styles.lead}>
        {t(recovery ? "signin.second.recoveryText" : "signin.second.totpText")}
      </p>
      <div className={styles.error}>
        <ErrorSummary error={error} />
      </div>
      <Form.Item
        key={String(recovery)}
        name="code"
        label={t(recovery ? "signin.second.recovery" : "signin.second.totp")}
        rules={[{ required: true, message: t("signin.second.missing") }]}
      >
        <Input
          size="large"
          autoFocus
          autoComplete="one-time-code"
          inputMode={recovery ? "text" : "numeric"}
          maxLength={recovery ? 40 : 8}
        />
      </Form.Item>
      <Button block size="large" type="primary" htmlType="submit" loading={busy}>
        {t("signin.second.submit")}
      </Button>
      {factors.includes("webauthn") && passkeysWork() && (
        <Button
          block
          size="large"
          className={styles.second}
          disabled={busy}
          icon={<Icon name="key" />}
          onClick={() => attempt(() => signInWithPasskey("authenticate"))}
        >
          {t("signin.second.passkey")}
        </Button>
      )}
      <p className={styles.forgot}>
        {factors.includes("recovery_codes") && factors.includes("totp") && (
          <Button type="link" onClick={() => setRecovery(!recovery)}>
            {t(recovery ? "signin.second.useTotp" : "signin.second.useRecovery")}
          </Button>
        )}
        <Button type="link" onClick={onBack}>
          {t("signin.second.back")}
        </Button>
      </p>
    </Form>
  );
}
