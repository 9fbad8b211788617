import { Button, Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Icon } from "@/ui/icons";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import styles from "./account.module.css";
import { recoveryCodes } from "./security";
import { useAction } from "./useAction";

const FEW = 3;

interface RecoveryCodesProps {
  left: number;
  onChange: () => void;
}

/** The way in when the phone is lost; shown once when they are made. */
export function RecoveryCodes({ left, onChange }: RecoveryCodesProps) {
  const { t } = useTranslation();
  const [codes, setCodes] = useState<string[] | null>(null);
  const { run, busy, error } = useAction(onChange);
  return (
    <Card
      title={t("account.codes.title")}
      tags={
        <StatusTag tone={left < FEW ? "warn" : "ok"}>{t("account.codes.left", { left })}</StatusTag>
      }
    >
      <div className={styles.lines}>
        <p className="muted">{t("account.codes.text")}</p>
        <ErrorSummary error={error} />
        <div className={styles.buttons}>
          <Button
            loading={busy}
            onClick={() => run(async () => setCodes((await recoveryCodes("POST")) ?? []))}
          >
            {t("account.codes.renew")}
          </Button>
        </div>
      </div>
      {codes && (
        <Modal
          open
          width={460}
          mask={{ closable: false }}
          closable={false}
          title={t("account.codes.title")}
          footer={null}
        >
          <CodeList codes={codes} onDone={() => setCodes(null)} />
        </Modal>
      )}
    </Card>
  );
}

interface CodeListProps {
  codes: string[];
  onDone: () => void;
}

/** The codes themselves: to copy, or to keep as a file. */
export function CodeList({ codes, onDone }: CodeListProps) {
  const { t } = useTranslation();
  const [copied, setCopied] = useState(false);
  const copy = () =>
    void navigator.clipboard.writeText(codes.join("\n")).then(() => setCopied(true));
  return (
    <div className={styles.lines}>
      <Notice tone="warn">{t("account.codes.once")}</Notice>
      <ul className={styles.codes}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button type="primary" onClick={onDone}>
          {t("account.codes.kept")}
        </Button>
        <Button icon={<Icon name="copy" />} onClick={copy}>
          {t(copied ? "account.codes.copied" : "account.codes.copy")}
        </Button>
      </div>
    </div>
  );
}
