import { Button, Form, Input } from "antd";
import { useTranslation } from "react-i18next";

import { ZoneSelect } from "@/ui/ZoneSelect";
import styles from "./setup.module.css";

const SHORTEST_PASSWORD = 12;

export function BodyFields() {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t("setup.missing") }];
  return (
    <>
      <p className={`muted ${styles.welcome}`}>{t("setup.welcome")}</p>
      <Form.Item
        name="token"
        label={t("setup.token")}
        extra={t("setup.tokenNote")}
        rules={required}
      >
        <Input autoComplete="off" autoFocus className="mono" />
      </Form.Item>
      <Form.Item name="name" label={t("setup.name")} rules={required}>
        <Input maxLength={200} autoComplete="organization" />
      </Form.Item>
      <Form.Item name="name_en" label={t("setup.nameEn")}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="approval_number"
        label={t("setup.approval")}
        extra={t("setup.approvalNote")}
        rules={required}
      >
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="zone" label={t("setup.zone")} rules={required}>
        <ZoneSelect />
      </Form.Item>
    </>
  );
}

export function AdministratorFields() {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t("setup.missing") }];
  return (
    <>
      <p className="muted">{t("setup.administratorNote")}</p>
      <Form.Item name="administrator" label={t("setup.administrator")} rules={required}>
        <Input maxLength={200} autoComplete="name" autoFocus />
      </Form.Item>
      <Form.Item
        name="email"
        label={t("signin.email")}
        rules={[{ required: true, type: "email", message: t("setup.emailMissing") }]}
      >
        <Input type="email" autoComplete="username" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t("signin.newPassword")}
        extra={t("signin.passwordRule")}
        rules={[{ required: true, min: SHORTEST_PASSWORD, message: t("signin.passwordShort") }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </>
  );
}

interface StepButtonsProps {
  step: 0 | 1;
  busy: boolean;
  onBack: () => void;
}

export function StepButtons({ step, busy, onBack }: StepButtonsProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.buttons}>
      {step === 1 && (
        <Button size="large" onClick={onBack}>
          {t("setup.back")}
        </Button>
      )}
      <Button size="large" type="primary" htmlType="submit" loading={busy}>
        {t(step === 0 ? "setup.next" : "setup.found")}
      </Button>
    </div>
  );
}
