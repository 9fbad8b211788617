import { Button, Form, Input, Modal, QRCode } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Instant } from "@/ui/Instant";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import styles from "./account.module.css";
import { CodeList } from "./RecoveryCodes";
import {
  activateTotp,
  type Authenticator,
  newTotp,
  recoveryCodes,
  removeTotp,
  type TotpSecret,
} from "./security";
import { useAction } from "./useAction";

interface TotpProps {
  active: Authenticator | undefined;
  onChange: () => void;
}

/** The authenticator app: set up with a QR code, tried once, then asked at every sign-in. */
export function Totp({ active, onChange }: TotpProps) {
  const { t } = useTranslation();
  const [secret, setSecret] = useState<TotpSecret | null>(null);
  const start = useAction(() => undefined);
  const remove = useAction(onChange);
  const tag = active ? (
    <StatusTag tone="ok">{t("account.on")}</StatusTag>
  ) : (
    <StatusTag tone="warn">{t("account.off")}</StatusTag>
  );
  return (
    <Card title={t("account.totp.title")} tags={tag}>
      <div className={styles.lines}>
        <p className="muted">
          {active ? (
            <>
              {t("account.since")} <Instant at={new Date(active.created_at * 1000).toISOString()} />
            </>
          ) : (
            t("account.totp.text")
          )}
        </p>
        <ErrorSummary error={start.error ?? remove.error} />
        <div className={styles.buttons}>
          {active ? (
            <Button danger loading={remove.busy} onClick={() => remove.run(removeTotp)}>
              {t("account.totp.remove")}
            </Button>
          ) : (
            <Button
              type="primary"
              loading={start.busy}
              onClick={() => start.run(async () => setSecret(await newTotp()))}
            >
              {t("account.totp.activate")}
            </Button>
          )}
        </div>
      </div>
      {secret && <SetUp secret={secret} onClose={() => setSecret(null)} onChange={onChange} />}
    </Card>
  );
}

interface SetUpProps {
  secret: TotpSecret;
  onClose: () => void;
  onChange: () => void;
}

function SetUp({ secret, onClose, onChange }: SetUpProps) {
  const { t } = useTranslation();
  const [codes, setCodes] = useState<string[] | null>(null);
  const { run, busy, error } = useAction(onChange);
  const activate = ({ code }: { code: string }) =>
    run(async () => {
      await activateTotp(code.trim());
      setCodes((await recoveryCodes("GET")) ?? []);
    });
  return (
    <Modal
      open
      width={460}
      mask={{ closable: false }}
      title={t(codes ? "account.codes.title" : "account.totp.setUp")}
      footer={null}
      onCancel={onClose}
    >
      {codes ? (
        <CodeList codes={codes} onDone={onClose} />
      ) : (
        <Form layout="vertical" requiredMark={false} className={styles.lines} onFinish={activate}>
          <p>{t("account.totp.scan")}</p>
          <div className={styles.qr} aria-hidden>
            <QRCode type="svg" value={secret.url} size={180} color="#000" bgColor="#fff" />
          </div>
          <p>
            {t("account.totp.byHand")} <code>{secret.secret}</code>
          </p>
          <ErrorSummary error={error} />
          <Form.Item name="code" label={t("account.totp.code")}>
            <Input autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={8} />
          </Form.Item>
          <Button block type="primary" htmlType="submit" loading={busy}>
            {t("account.totp.confirm")}
          </Button>
        </Form>
      )}
    </Modal>
  );
}
