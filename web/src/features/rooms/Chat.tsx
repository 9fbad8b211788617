import { Button, Input } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { ErrorSummary } from "@/ui/Notice";
import { Instant } from "@/ui/Instant";
import { Waiting } from "@/ui/Page";
import styles from "./rooms.module.css";
import type { Session } from "./types";
import { useSend } from "./useSend";

/** What was written; it is kept as part of the record, and nobody takes it back. */
export function Chat({ of }: { of: Session }) {
  const { t } = useTranslation();
  const params = { path: { session_id: of.id } };
  const { data, error } = api.useQuery("get", "/api/rooms/sessions/{session_id}/messages", {
    params,
  });
  const end = useRef<HTMLDivElement>(null);
  const count = data?.length ?? 0;
  useEffect(() => {
    if (count > 0) end.current?.scrollIntoView({ block: "nearest" });
  }, [count]);
  if (!data) return error ? <ErrorSummary error={error} /> : <Waiting />;
  return (
    <div className={styles.chat}>
      <ol aria-label={t("rooms.chat.label")} aria-live="polite">
        {data.length === 0 && <li className="muted">{t("rooms.chat.none")}</li>}
        {data.map(({ id, author, role, sent_at: at, text }) => (
          <li key={id}>
            <small className="muted">
              {author} · {t(`rooms.role.${role}`)} · <Instant at={at} seconds />
            </small>
            <p>{text}</p>
          </li>
        ))}
      </ol>
      <div ref={end} />
      {of.me?.may_speak ? (
        <Writing sessionId={of.id} />
      ) : (
        <p className="muted">{t("rooms.chat.silent")}</p>
      )}
    </div>
  );
}

function Writing({ sessionId }: { sessionId: string }) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const { busy, error, send } = useSend();
  const params = { path: { session_id: sessionId } };
  const say = async () => {
    const body = { text: text.trim() };
    if (!body.text) return;
    const sent = () => client.POST("/api/rooms/sessions/{session_id}/messages", { params, body });
    if (await send(sent)) setText("");
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void say();
      }}
    >
      <ErrorSummary error={error} />
      <Input
        value={text}
        maxLength={4000}
        aria-label={t("rooms.pane.chat")}
        placeholder={t("rooms.chat.placeholder")}
        onChange={(event) => setText(event.target.value)}
      />
      <Button htmlType="submit" type="primary" loading={busy}>
        {t("rooms.chat.send")}
      </Button>
    </form>
  );
}
