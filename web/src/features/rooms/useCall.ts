import {
  ConnectionState,
  DisconnectReason,
  Room,
  RoomEvent,
  Track,
  VideoPresets,
} from "livekit-client";
import { useEffect, useMemo, useState } from "react";

import { client } from "@/api/client";
import type { Session } from "./types";
import type { Choice } from "./useDevices";

/** Sooner than the library's own first attempts: a restarted server is back within seconds. */
const DELAYS = [0, 300, 600, 1000, 1500, 2000, 3000, 3000, 5000, 5000];
const AGAIN_AFTER = 1500;
const FINAL = new Set<DisconnectReason | undefined>([
  DisconnectReason.CLIENT_INITIATED,
  DisconnectReason.DUPLICATE_IDENTITY,
]);

export type Line = "connecting" | "connected" | "reconnecting" | "lost";

export interface Call {
  room: Room;
  line: Line;
  retry: () => void;
}

/** The connection to the room where the person belongs; each attempt shows a ticket of its own. */
export function useCall(of: Session, choice: Choice): Call {
  const room = useMemo(newRoom, []);
  const [line, setLine] = useState<Line>("connecting");
  const [attempt, setAttempt] = useState(0);
  const sessionId = of.id;
  const roomId = of.me?.room_id;
  const isIn = of.me?.state === "admitted";
  const sources = of.me?.sources.join() ?? "";

  useEffect(() => {
    if (!isIn || !roomId) return;
    let isGone = false;
    let timer = 0;
    const again = () => {
      if (isGone) return;
      setLine("lost");
      timer = window.setTimeout(() => setAttempt((count) => count + 1), AGAIN_AFTER);
    };
    const ended = (reason?: DisconnectReason) => !FINAL.has(reason) && again();
    const changed = (state: ConnectionState) => setLine(lineOf(state));
    room.on(RoomEvent.Disconnected, ended).on(RoomEvent.ConnectionStateChanged, changed);
    enter(room, sessionId)
      .then(() => (isGone ? room.disconnect() : publish(room, sources, choice)))
      .catch(again);
    return () => {
      isGone = true;
      window.clearTimeout(timer);
      room.off(RoomEvent.Disconnected, ended).off(RoomEvent.ConnectionStateChanged, changed);
      void room.disconnect();
    };
    // What was chosen in the lobby holds for coming in; afterwards the bar changes it.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [room, sessionId, roomId, isIn, sources, attempt]);

  return { room, line, retry: () => setAttempt((count) => count + 1) };
}

function newRoom(): Room {
  return new Room({
    adaptiveStream: true,
    dynacast: true,
    videoCaptureDefaults: { resolution: { ...VideoPresets.h720.resolution, frameRate: 15 } },
    reconnectPolicy: { nextRetryDelayInMs: ({ retryCount }) => DELAYS[retryCount] ?? null },
  });
}

async function enter(room: Room, sessionId: string): Promise<void> {
  const params = { path: { session_id: sessionId } };
  const { data } = await client.POST("/api/rooms/sessions/{session_id}/ticket", { params });
  if (!data) throw new Error("an answer without content");
  await room.connect(window.location.origin.replace(/^http/, "ws"), data.token);
}

async function publish(room: Room, sources: string, choice: Choice): Promise<void> {
  const own = room.localParticipant;
  const may = (source: Track.Source) => sources.split(",").includes(source);
  const { camera, microphone, cameraId, microphoneId } = choice;
  if (microphone && may(Track.Source.Microphone)) {
    await own.setMicrophoneEnabled(true, microphoneId ? { deviceId: microphoneId } : {});
  }
  if (camera && may(Track.Source.Camera)) {
    await own.setCameraEnabled(true, cameraId ? { deviceId: cameraId } : {});
  }
}

function lineOf(state: ConnectionState): Line {
  if (state === ConnectionState.Connected) return "connected";
  if (state === ConnectionState.Connecting) return "connecting";
  return state === ConnectionState.Disconnected ? "lost" : "reconnecting";
}
