import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { useSubmit } from "@/ui/useSubmit";
import { groupsOf, pickGroups, withTyped } from "./recoveryGroups";
import styles from "./setup.module.css";

type Typed = Record<number, string>;

interface RecoveryCodeProps {
  code: string;
  onConfirmed: () => void;
}

/** The code, shown once; two of its groups typed back prove that it was written down. */
export function RecoveryCode({ code, onConfirmed }: RecoveryCodeProps) {
  const { t } = useTranslation();
  const [writing, setWriting] = useState(true);
  if (!writing) {
    return <Confirmation code={code} onBack={() => setWriting(true)} onConfirmed={onConfirmed} />;
  }
  return (
    <div className={styles.stack}>
      <Notice tone="warn">{t("setup.recovery.once")}</Notice>
      <p className="muted">{t("setup.recovery.why")}</p>
      <ol className={styles.code} aria-label={t("setup.recovery.title")}>
        {groupsOf(code).map((group, index) => (
          <li key={`${index}${group}`}>
            <code>{group}</code>
          </li>
        ))}
      </ol>
      <Button block size="large" type="primary" onClick={() => setWriting(false)}>
        {t("setup.recovery.written")}
      </Button>
    </div>
  );
}

interface ConfirmationProps extends RecoveryCodeProps {
  onBack: () => void;
}

function Confirmation({ code, onBack, onConfirmed }: ConfirmationProps) {
  const { t } = useTranslation();
  const [asked] = useState(() => pickGroups(groupsOf(code).length));
  const [form] = Form.useForm<Typed>();
  const { submit, busy, error } = useSubmit<Typed>({
    form,
    save: (typed) =>
      client.POST("/api/identity/recovery-code/confirm", {
        body: { recovery_code: withTyped(code, typed) },
      }),
    onSaved: onConfirmed,
  });
  return (
    <Form<Typed>
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(typed) => void submit(typed)}
    >
      <ErrorSummary error={error} />
      {asked.map((index) => (
        <Form.Item
          key={index}
          name={index}
          label={t("setup.recovery.group", { number: index + 1 })}
          rules={[{ required: true, message: t("setup.recovery.groupMissing") }]}
        >
          <Input autoComplete="off" className="mono" size="large" />
        </Form.Item>
      ))}
      <div className={styles.buttons}>
        <Button size="large" onClick={onBack}>
          {t("setup.recovery.again")}
        </Button>
        <Button size="large" type="primary" htmlType="submit" loading={busy}>
          {t("setup.recovery.confirm")}
        </Button>
      </div>
    </Form>
  );
}
