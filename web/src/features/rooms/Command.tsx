import { App, Button } from "antd";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { ErrorSummary } from "@/ui/Notice";
import styles from "./rooms.module.css";
import type { Session } from "./types";
import { useSend } from "./useSend";

/** The session as a whole: begun, ended, locked, silenced, paused; and how long it has counted. */
export function Command({ of }: { of: Session }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const { busy, error, send } = useSend();
  const params = { path: { session_id: of.id } };
  const start = () => client.POST("/api/rooms/sessions/{session_id}/start", { params });
  const end = () => client.POST("/api/rooms/sessions/{session_id}/end", { params });
  const mute = () => client.POST("/api/rooms/sessions/{session_id}/mute", { params, body: {} });
  const lock = () =>
    client.PUT("/api/rooms/sessions/{session_id}/lock", {
      params,
      body: { is_locked: !of.is_locked },
    });
  const extend = () =>
    client.POST("/api/rooms/sessions/{session_id}/extension", { params, body: { minutes: 30 } });
  const pause = () =>
    client.POST("/api/rooms/sessions/{session_id}/breaks", { params, body: { minutes: 10 } });
  const isLive = of.state === "live";
  return (
    <>
      <ErrorSummary error={error} />
      {of.state === "live" && <Minutes of={of} />}
      <div className={styles.acts}>
        {of.may_command && of.state === "lobby" && (
          <Button type="primary" loading={busy} onClick={() => void send(start)}>
            {t("rooms.people.start")}
          </Button>
        )}
        {isLive && of.me?.side && !of.pause && (
          <Button onClick={() => void send(pause)}>{t("rooms.pause.ask")}</Button>
        )}
        {of.may_command && (
          <>
            <Button onClick={() => void send(mute)}>{t("rooms.people.muteAll")}</Button>
            <Button onClick={() => void send(lock)}>
              {t(of.is_locked ? "rooms.people.unlock" : "rooms.people.lock")}
            </Button>
            <Button onClick={() => void send(extend)}>{t("rooms.people.extend")}</Button>
          </>
        )}
        {of.may_command && isLive && (
          <Button
            danger
            onClick={() =>
              void modal.confirm({
                title: t("rooms.people.end"),
                content: t("rooms.people.endAsk"),
                okText: t("rooms.people.end"),
                cancelText: t("ui.cancel"),
                onOk: () => send(end),
              })
            }
          >
            {t("rooms.people.end")}
          </Button>
        )}
      </div>
    </>
  );
}

function Minutes({ of }: { of: Session }) {
  const { t } = useTranslation();
  const { data } = api.useQuery(
    "get",
    "/api/rooms/sessions/{session_id}/ledger",
    { params: { path: { session_id: of.id } } },
    { refetchInterval: 30_000 },
  );
  const own = data?.find((line) => line.participant_id === of.me?.id);
  if (!own) return null;
  return (
    <p className="muted">
      {t("rooms.people.minutes", {
        effective: own.effective_minutes,
        planned: of.planned_minutes,
      })}
    </p>
  );
}
