import { useLocalParticipant, useMediaDevices, useRoomContext } from "@livekit/components-react";
import { App, Button, Popover } from "antd";
import { Track } from "livekit-client";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useShortcut } from "@/lib/shortcuts";
import { ErrorSummary } from "@/ui/Notice";
import { DeviceSelect } from "./Lobby";
import styles from "./rooms.module.css";
import type { Layout } from "./Stage";
import type { Session } from "./types";
import { useSend } from "./useSend";

interface Props {
  of: Session;
  layout: Layout;
  onLayout: (layout: Layout) => void;
  onLeave: () => void;
}

/** What one does oneself; each with its key, and leaving far from muting. */
export function Bar({ of, layout, onLayout, onLeave }: Props) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const { error, send } = useSend();
  const [failure, setFailure] = useState<unknown>(null);
  const { localParticipant: own, ...on } = useLocalParticipant();
  const may = (source: Track.Source) => of.me?.sources.includes(source);
  const hand = Boolean(of.me?.hand_raised_at);
  const attempt = (action: Promise<unknown>) =>
    void action.then(() => setFailure(null), setFailure);
  const params = { path: { session_id: of.id } };
  const raise = () =>
    void send(() =>
      client.PUT("/api/rooms/sessions/{session_id}/hand", {
        params,
        body: { is_raised: !hand },
      }),
    );
  const leave = () =>
    void modal.confirm({
      title: t("rooms.bar.leaveAsk"),
      okText: t("rooms.bar.leave"),
      cancelText: t("rooms.bar.stay"),
      onOk: onLeave,
    });
  return (
    <div className={styles.bar} role="toolbar" aria-label={t("rooms.bar.label")}>
      {may(Track.Source.Microphone) && (
        <Key
          of="m"
          isOn={on.isMicrophoneEnabled}
          onPress={() => attempt(own.setMicrophoneEnabled(!on.isMicrophoneEnabled))}
        >
          {t(on.isMicrophoneEnabled ? "rooms.bar.mic" : "rooms.bar.micOff")}
        </Key>
      )}
      {may(Track.Source.Camera) && (
        <Key
          of="v"
          isOn={on.isCameraEnabled}
          onPress={() => attempt(own.setCameraEnabled(!on.isCameraEnabled))}
        >
          {t(on.isCameraEnabled ? "rooms.bar.camera" : "rooms.bar.cameraOff")}
        </Key>
      )}
      {may(Track.Source.ScreenShare) && "getDisplayMedia" in navigator.mediaDevices && (
        <Key
          of="d"
          isOn={on.isScreenShareEnabled}
          onPress={() => attempt(own.setScreenShareEnabled(!on.isScreenShareEnabled))}
        >
          {t(on.isScreenShareEnabled ? "rooms.bar.sharing" : "rooms.bar.share")}
        </Key>
      )}
      {of.me?.may_speak && (
        <Key of="h" isOn={hand} onPress={raise}>
          {t(hand ? "rooms.bar.handDown" : "rooms.bar.hand")}
        </Key>
      )}
      <Key of="l" onPress={() => onLayout(layout === "grid" ? "speaker" : "grid")}>
        {t("rooms.bar.layout")}
      </Key>
      {may(Track.Source.Microphone) && (
        <Popover trigger="click" content={<Devices />}>
          <Button className={styles.key}>{t("rooms.bar.devices")}</Button>
        </Popover>
      )}
      <ErrorSummary error={error ?? failure} />
      <Button danger type="primary" className={styles.leave} onClick={leave}>
        {t("rooms.bar.leave")}
      </Button>
    </div>
  );
}

interface KeyProps {
  of: string;
  isOn?: boolean;
  onPress: () => void;
  children: ReactNode;
}

function Key({ of, isOn, onPress, children }: KeyProps) {
  useShortcut(of, onPress);
  return (
    <Button
      className={styles.key}
      type={isOn ? "primary" : "default"}
      aria-pressed={isOn}
      aria-keyshortcuts={of}
      onClick={onPress}
    >
      {children} <kbd>{of.toUpperCase()}</kbd>
    </Button>
  );
}

function Devices() {
  const { t } = useTranslation();
  const room = useRoomContext();
  const cameras = useMediaDevices({ kind: "videoinput" });
  const microphones = useMediaDevices({ kind: "audioinput" });
  return (
    <div className={styles.choices}>
      <DeviceSelect
        kind="videoinput"
        label={t("rooms.lobby.camera")}
        devices={cameras}
        value={room.getActiveDevice("videoinput")}
        onChange={(id) => void room.switchActiveDevice("videoinput", id)}
      />
      <DeviceSelect
        kind="audioinput"
        label={t("rooms.lobby.microphone")}
        devices={microphones}
        value={room.getActiveDevice("audioinput")}
        onChange={(id) => void room.switchActiveDevice("audioinput", id)}
      />
    </div>
  );
}
