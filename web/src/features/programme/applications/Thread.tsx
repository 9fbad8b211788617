import { Button, Input } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { Instant } from "@/ui/Instant";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import styles from "./applications.module.css";
import type { Application } from "./types";

interface ThreadProps {
  messages: Application["messages"];
  /** What the reader may say now, and what its button is called; none: only reading. */
  say?: { label: string; button: string; send: (text: string) => Promise<unknown> } | null;
}

/** What reviewer and applicant said to each other, and the next word of whoever's turn it is. */
export function Thread({ messages, say }: ThreadProps) {
  const { t } = useTranslation();
  if (messages.length === 0 && !say) return null;
  return (
    <Card title={t("applications.thread")}>
      {messages.map((said) => (
        <article key={said.id} className={styles.said}>
          <small>
            {t(`applications.side.${said.side as "body" | "client"}`)} · {said.name} ·{" "}
            <Instant at={said.said_at} />
          </small>
          <p>{said.text}</p>
        </article>
      ))}
      {say && <Say {...say} />}
    </Card>
  );
}

function Say({ label, button, send }: NonNullable<ThreadProps["say"]>) {
  const id = useId();
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const go = () => {
    setBusy(true);
    setError(null);
    send(text)
      .then(() => setText(""), setError)
      .finally(() => setBusy(false));
  };
  return (
    <div className={styles.stack}>
      <ErrorSummary error={error} />
      <label htmlFor={id}>{label}</label>
      <Input.TextArea
        id={id}
        rows={3}
        maxLength={4000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <span>
        <Button loading={busy} disabled={!text.trim()} onClick={go}>
          {button}
        </Button>
      </span>
    </div>
  );
}
