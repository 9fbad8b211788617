import { Button, Input } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import styles from "./ReasonButton.module.css";

interface ReasonButtonProps {
  /** A verb: what happens, once the reason is given. */
  label: string;
  /** What the reason is for: it is kept in the journal. */
  question: string;
  busy: boolean;
  danger?: boolean;
  onReason: (reason: string) => void;
}

/** An action that the journal must be able to explain: first the button, then one line why. */
export function ReasonButton({
  label,
  question,
  busy,
  danger = false,
  onReason,
}: ReasonButtonProps) {
  const { t } = useTranslation();
  const id = useId();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  if (!asking) {
    return (
      <Button danger={danger} onClick={() => setAsking(true)}>
        {label}
      </Button>
    );
  }
  return (
    <div className={styles.ask}>
      <label htmlFor={id}>{question}</label>
      <Input
        id={id}
        autoFocus
        value={reason}
        maxLength={500}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={() => reason.trim() && onReason(reason.trim())}
      />
      <div className={styles.buttons}>
        <Button
          danger={danger}
          type="primary"
          loading={busy}
          disabled={!reason.trim()}
          onClick={() => onReason(reason.trim())}
        >
          {label}
        </Button>
        <Button onClick={() => setAsking(false)}>{t("ui.cancel")}</Button>
      </div>
    </div>
  );
}
