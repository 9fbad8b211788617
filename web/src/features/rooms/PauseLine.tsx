import { useLocalParticipant } from "@livekit/components-react";
import { Button } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { ErrorSummary, Notice } from "@/ui/Notice";
import type { Session } from "./types";
import { useSend } from "./useSend";

/** A break that is asked for or being taken; it needs the word of both sides each time. */
export function PauseLine({ of }: { of: Session }) {
  const { t } = useTranslation();
  const { busy, error, send } = useSend();
  useQuiet(Boolean(of.pause?.started_at));
  if (!of.pause) return error ? <ErrorSummary error={error} /> : null;
  const { id, asked_by: asker, minutes, started_at: start, end_asked_by: back } = of.pause;
  const params = { path: { break_id: id } };
  const side = of.me?.side;
  const agree = () => client.POST("/api/rooms/breaks/{break_id}/agreement", { params });
  const withdraw = () => client.POST("/api/rooms/breaks/{break_id}/withdrawal", { params });
  const end = () => client.POST("/api/rooms/breaks/{break_id}/end", { params });
  const acts = start ? (
    side &&
    back !== side && (
      <Button loading={busy} type="primary" onClick={() => void send(end)}>
        {t("rooms.pause.back")}
      </Button>
    )
  ) : (
    <>
      {side && side !== asker && (
        <Button loading={busy} type="primary" onClick={() => void send(agree)}>
          {t("rooms.pause.agree")}
        </Button>
      )}
      {side && <Button onClick={() => void send(withdraw)}>{t("rooms.pause.withdraw")}</Button>}
    </>
  );
  return (
    <Notice tone="warn" action={acts}>
      <ErrorSummary error={error} />
      {start
        ? t("rooms.pause.on")
        : t("rooms.pause.asked", { side: t(`rooms.pause.side.${asker}`), minutes })}
      {back && ` ${t("rooms.pause.half", { side: t(`rooms.pause.side.${back}`) })}`}
    </Notice>
  );
}

/** In a break nobody is seen or heard; afterwards each turns their own on again. */
function useQuiet(isBreak: boolean) {
  const { localParticipant: own } = useLocalParticipant();
  useEffect(() => {
    if (!isBreak) return;
    void own.setCameraEnabled(false);
    void own.setMicrophoneEnabled(false);
    void own.setScreenShareEnabled(false);
  }, [isBreak, own]);
}
