import { Button, Input } from "antd";
import { useEffect, useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan } from "@/api/me";
import { Instant } from "@/ui/Instant";
import { ErrorSummary } from "@/ui/Notice";
import styles from "./requests.module.css";
import { useDeed, type WholeRequest } from "./types";

/** What both sides say about a request; seeing it marks it as read. */
export function Conversation({ of }: { of: WholeRequest }) {
  const { t } = useTranslation();
  const maySay = useCan()("evidence", "C");
  useReading(of);
  return (
    <section aria-label={t("requests.messages")}>
      <h2>{t("requests.messages")}</h2>
      {of.messages.length === 0 && <p className="muted">{t("requests.noMessages")}</p>}
      <ol className={styles.messages}>
        {of.messages.map((each) => (
          <li key={each.id} className={each.is_from_client ? styles.theirs : undefined}>
            <small>
              {each.author_name}
              {each.is_from_client && ` · ${t("requests.client")}`} <Instant at={each.sent_at} />
            </small>
            <span className={styles.asked}>{each.text}</span>
          </li>
        ))}
      </ol>
      {maySay && <Say of={of} />}
    </section>
  );
}

function Say({ of }: { of: WholeRequest }) {
  const { t } = useTranslation();
  const id = useId();
  const { run, busy, error } = useDeed();
  const [text, setText] = useState("");
  const send = async () => {
    const params = { path: { request_id: of.id } };
    const path = "/api/evidence/requests/{request_id}/messages";
    if (await run(client.POST(path, { params, body: { text: text.trim() } }))) setText("");
  };
  return (
    <div className={styles.say}>
      <ErrorSummary error={error} />
      <label htmlFor={id}>{t("requests.message")}</label>
      <Input.TextArea
        id={id}
        rows={2}
        maxLength={4000}
        value={text}
        placeholder={t("requests.messageHint")}
        onChange={(event) => setText(event.target.value)}
      />
      <Button loading={busy} disabled={!text.trim()} onClick={() => void send()}>
        {t("requests.sendMessage")}
      </Button>
    </div>
  );
}

function useReading({ id, unread }: WholeRequest) {
  const { run } = useDeed();
  useEffect(() => {
    if (unread === 0) return;
    const params = { path: { request_id: id } };
    void run(client.POST("/api/evidence/requests/{request_id}/read", { params }));
    // Once for what is new; `run` is another function each time.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [id, unread]);
}
