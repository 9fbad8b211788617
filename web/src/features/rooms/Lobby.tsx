import { Button, Select, Switch } from "antd";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Facts } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import styles from "./rooms.module.css";
import { type Session, TONES } from "./types";
import { type Choice, type Preview, usePreview } from "./useDevices";
import { useSend } from "./useSend";

interface Props {
  of: Session;
  choice: Choice;
  onChoose: (choice: Choice) => void;
  onEnter: () => void;
}

const SILENT = new Set(["observer", "authority", ""]);

/** Before the room: what is on, the own picture and sound, and the way in. */
export function Lobby({ of, choice, onChoose, onEnter }: Props) {
  const { t } = useTranslation();
  const isSilent = SILENT.has(of.my_role);
  return (
    <div className={styles.lobby}>
      <h1>{of.title || t(`rooms.kind.${of.kind}`)}</h1>
      <Facts
        items={[
          [t("rooms.case"), `${of.case_number} ${of.client}`],
          [
            t("rooms.stateTitle"),
            <StatusTag key="state" tone={TONES[of.state]}>
              {t(`rooms.state.${of.state}`)}
            </StatusTag>,
          ],
          [
            t("rooms.lobby.planned"),
            `${of.local_start.replace("T", " ")}–${of.local_end.slice(11)} ${of.zone}`,
          ],
          [t("rooms.lobby.minutes"), t("rooms.lobby.minutesValue", { count: of.planned_minutes })],
          [t("rooms.lobby.host"), of.host],
          [
            t("rooms.lobby.captures"),
            t(of.captures ? "rooms.lobby.capturesOn" : "rooms.lobby.capturesOff"),
          ],
        ]}
      />
      {of.my_role && !isSilent && <Devices choice={choice} onChoose={onChoose} />}
      {of.my_role && isSilent && <Notice tone="blue">{t("rooms.lobby.watchOnly")}</Notice>}
      <Door of={of} onEnter={onEnter} />
    </div>
  );
}

function Door({ of, onEnter }: { of: Session; onEnter: () => void }) {
  const { t } = useTranslation();
  const { busy, error, send } = useSend();
  const params = { path: { session_id: of.id } };
  const ask = async () => {
    const isIn = of.me?.state === "admitted";
    const asked = () => client.POST("/api/rooms/sessions/{session_id}/entry", { params });
    if (isIn || (await send(asked))) onEnter();
  };
  if (of.state === "ended" || of.state === "cancelled") {
    return <Notice tone="blue">{t("rooms.lobby.ended")}</Notice>;
  }
  if (!of.my_role) return <Notice tone="blue">{t("rooms.lobby.onlyState")}</Notice>;
  const state = of.me?.state;
  return (
    <div role="status" className={styles.door}>
      <ErrorSummary error={error} />
      {state === "waiting" && <Notice tone="blue">{t("rooms.lobby.waiting")}</Notice>}
      {state === "denied" && <Notice tone="warn">{t("rooms.lobby.denied")}</Notice>}
      {state === "removed" && <Notice tone="warn">{t("rooms.lobby.removed")}</Notice>}
      {state !== "waiting" && (
        <Button type="primary" size="large" loading={busy} onClick={() => void ask()}>
          {t(wordOf(of))}
        </Button>
      )}
    </div>
  );
}

function wordOf({ me, my_role: role }: Session) {
  if (me?.state === "admitted" || role === "lead_auditor" || role === "auditor") {
    return "rooms.lobby.join" as const;
  }
  return me ? ("rooms.lobby.again" as const) : ("rooms.lobby.ask" as const);
}

function Devices({ choice, onChoose }: Pick<Props, "choice" | "onChoose">) {
  const { t } = useTranslation();
  const preview = usePreview(choice);
  return (
    <div className={styles.devices}>
      <Picture preview={preview} isOn={choice.camera} />
      <div className={styles.choices}>
        {preview.isBlocked && <Notice tone="warn">{t("rooms.lobby.blocked")}</Notice>}
        <label>
          <Switch checked={choice.camera} onChange={(camera) => onChoose({ ...choice, camera })} />{" "}
          {t("rooms.lobby.camera")}
        </label>
        <DeviceSelect
          kind="videoinput"
          label={t("rooms.lobby.camera")}
          devices={preview.devices}
          value={choice.cameraId}
          onChange={(cameraId) => onChoose({ ...choice, cameraId })}
        />
        <label>
          <Switch
            checked={choice.microphone}
            onChange={(microphone) => onChoose({ ...choice, microphone })}
          />{" "}
          {t("rooms.lobby.microphone")}
        </label>
        <DeviceSelect
          kind="audioinput"
          label={t("rooms.lobby.microphone")}
          devices={preview.devices}
          value={choice.microphoneId}
          onChange={(microphoneId) => onChoose({ ...choice, microphoneId })}
        />
        <meter aria-label={t("rooms.lobby.level")} min={0} max={1} value={preview.level} />
      </div>
    </div>
  );
}

function Picture({ preview, isOn }: { preview: Preview; isOn: boolean }) {
  const { t } = useTranslation();
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (video.current) video.current.srcObject = preview.stream;
  }, [preview.stream]);
  return (
    <div className={styles.picture}>
      {isOn && preview.stream ? (
        <video ref={video} autoPlay muted playsInline aria-label={t("rooms.lobby.camera")} />
      ) : (
        <span>{t("rooms.lobby.noCamera")}</span>
      )}
    </div>
  );
}

interface DeviceSelectProps {
  kind: MediaDeviceKind;
  label: string;
  devices: readonly MediaDeviceInfo[];
  value: string | undefined;
  onChange: (id: string) => void;
}

/** One kind of device by its names; also used during the call. */
export function DeviceSelect({ kind, label, devices, value, onChange }: DeviceSelectProps) {
  const options = devices
    .filter((each) => each.kind === kind && each.deviceId)
    .map((each) => ({ value: each.deviceId, label: each.label || label }));
  if (options.length === 0) return null;
  return (
    <Select
      aria-label={label}
      options={options}
      value={value ?? options[0]?.value}
      onChange={onChange}
    />
  );
}
