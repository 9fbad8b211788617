import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { passkeysWork } from "@/lib/passkeys";
import { Icon } from "@/ui/icons";
import { Instant } from "@/ui/Instant";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import styles from "./account.module.css";
import { addPasskey, type Authenticator, removePasskey } from "./security";
import { useAction } from "./useAction";

interface PasskeysProps {
  passkeys: Authenticator[];
  onChange: () => void;
}

/** Keys of this person's devices: they sign in without a password. */
export function Passkeys({ passkeys, onChange }: PasskeysProps) {
  const { t } = useTranslation();
  const [adding, setAdding] = useState(false);
  const { run, busy, error } = useAction(() => {
    setAdding(false);
    onChange();
  });
  return (
    <Card title={t("account.passkeys.title")}>
      <div className={styles.lines}>
        <p className="muted">{t("account.passkeys.text")}</p>
        <ErrorSummary error={error} />
        {passkeys.length > 0 && (
          <ul className={styles.list}>
            {passkeys.map((passkey) => (
              <li key={passkey.id}>
                <Icon name="key" />
                <span>
                  <strong>{passkey.name}</strong>
                  <small>
                    {t("account.since")}{" "}
                    <Instant at={new Date(passkey.created_at * 1000).toISOString()} />
                  </small>
                </span>
                <Button disabled={busy} onClick={() => run(() => removePasskey(passkey.id ?? 0))}>
                  {t("account.passkeys.remove")}
                </Button>
              </li>
            ))}
          </ul>
        )}
        {!passkeysWork() && <p>{t("account.passkeys.unsupported")}</p>}
        {passkeysWork() && !adding && (
          <div className={styles.buttons}>
            <Button icon={<Icon name="plus" />} onClick={() => setAdding(true)}>
              {t("account.passkeys.add")}
            </Button>
          </div>
        )}
        {adding && (
          <Name
            busy={busy}
            onName={(name) => run(() => addPasskey(name))}
            onCancel={() => setAdding(false)}
          />
        )}
      </div>
    </Card>
  );
}

interface NameProps {
  busy: boolean;
  onName: (name: string) => void;
  onCancel: () => void;
}

function Name({ busy, onName, onCancel }: NameProps) {
  const { t } = useTranslation();
  return (
    <Form<{ name: string }>
      layout="vertical"
      requiredMark={false}
      onFinish={({ name }) => onName(name)}
    >
      <Form.Item
        name="name"
        label={t("account.passkeys.name")}
        extra={t("account.passkeys.nameExample")}
        rules={[{ required: true, max: 60, message: t("account.passkeys.nameMissing") }]}
      >
        <Input autoFocus />
      </Form.Item>
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("account.passkeys.create")}
        </Button>
        <Button onClick={onCancel}>{t("ui.cancel")}</Button>
      </div>
    </Form>
  );
}
