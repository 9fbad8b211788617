import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { ErrorSummary } from "@/ui/Notice";
import styles from "./rooms.module.css";
import type { Session } from "./types";
import { useSend } from "./useSend";

/** The rooms of the session: the team goes where it is needed, whoever leads sends the others. */
export function RoomsOf({ of }: { of: Session }) {
  const { t } = useTranslation();
  const { busy, error, send } = useSend();
  const [name, setName] = useState("");
  const params = { path: { session_id: of.id } };
  const go = (room_id: string) =>
    client.PUT("/api/rooms/sessions/{session_id}/room", { params, body: { room_id } });
  const add = async () => {
    const made = () =>
      client.POST("/api/rooms/sessions/{session_id}/rooms", { params, body: { name } });
    if (await send(made)) setName("");
  };
  if (of.rooms.length < 2) return null;
  return (
    <section>
      <h3>{t("rooms.people.rooms")}</h3>
      <ErrorSummary error={error} />
      {of.rooms.map((room) => (
        <div key={room.id} className={styles.person}>
          <span>{room.kind === "parallel" ? room.name : t(`rooms.roomKind.${room.kind}`)}</span>
          <span className={styles.acts}>
            {room.id !== of.me?.room_id && (
              <Button loading={busy} onClick={() => void send(() => go(room.id))}>
                {t("rooms.people.go")}
              </Button>
            )}
            {of.may_command && room.kind !== "team" && <Sending of={of} roomId={room.id} />}
          </span>
        </div>
      ))}
      {of.may_command && (
        <div className={styles.acts}>
          <Input
            value={name}
            maxLength={100}
            aria-label={t("rooms.people.roomName")}
            placeholder={t("rooms.people.roomName")}
            onChange={(event) => setName(event.target.value)}
          />
          <Button disabled={!name.trim()} onClick={() => void add()}>
            {t("rooms.people.addRoom")}
          </Button>
        </div>
      )}
    </section>
  );
}

function Sending({ of, roomId }: { of: Session; roomId: string }) {
  const { t } = useTranslation();
  const { error, send } = useSend();
  const others = of.participants.filter(
    ({ id, state, room_id: at }) => state === "admitted" && id !== of.me?.id && at !== roomId,
  );
  const move = (participant_id: string) =>
    client.PUT("/api/rooms/participants/{participant_id}/room", {
      params: { path: { participant_id } },
      body: { room_id: roomId },
    });
  if (others.length === 0) return null;
  return (
    <>
      <Select
        className={styles.send}
        aria-label={t("rooms.people.send")}
        placeholder={t("rooms.people.send")}
        value={null}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(id: string) => void send(() => move(id))}
      />
      <ErrorSummary error={error} />
    </>
  );
}
