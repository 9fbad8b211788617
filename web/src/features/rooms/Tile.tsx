import {
  isTrackReference,
  type TrackReferenceOrPlaceholder,
  useConnectionQualityIndicator,
  useIsMuted,
  VideoTrack,
} from "@livekit/components-react";
import { Button, Popover, Slider } from "antd";
import { RemoteParticipant, Track } from "livekit-client";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import styles from "./rooms.module.css";
import type { Person } from "./types";

interface Props {
  track: TrackReferenceOrPlaceholder;
  person: Person | undefined;
  /** In the queue of raised hands; 0: the hand is down. */
  place: number;
  isSpeaking: boolean;
  isPinned: boolean;
  onPin: () => void;
}

/** One picture with who it is, how the line is, and whether a hand is raised. */
export function Tile({ track, person, place, isSpeaking, isPinned, onPin }: Props) {
  const { t } = useTranslation();
  const { participant, source } = track;
  const isScreen = source === Track.Source.ScreenShare;
  const isOff = useIsMuted({ participant, source });
  const isSilent = useIsMuted({ participant, source: Track.Source.Microphone });
  const { quality } = useConnectionQualityIndicator({ participant });
  const name = person?.name ?? "";
  const shown = isScreen ? t("rooms.tile.screen", { name }) : name;
  return (
    <figure
      className={styles.tile}
      data-speaking={isSpeaking || undefined}
      data-hand={place > 0 || undefined}
    >
      {isTrackReference(track) && !isOff ? (
        <VideoTrack trackRef={track} aria-label={shown} />
      ) : (
        <div className={styles.off}>
          <span aria-hidden>{name.slice(0, 1)}</span>
          {t(person?.is_present === false ? "rooms.tile.away" : "rooms.tile.cameraOff", { name })}
        </div>
      )}
      <figcaption>
        {shown}
        {participant.isLocal && ` (${t("rooms.tile.you")})`}
        {person && !isScreen && ` · ${t(`rooms.role.${person.role}`)}`}
        {isSilent && !isScreen && person?.may_speak && ` · ${t("rooms.tile.muted")}`}
      </figcaption>
      <span className={styles.quality} data-quality={quality}>
        {t(`rooms.quality.${quality}`)}
      </span>
      {place > 0 && !isScreen && (
        <span className={styles.hand}>✋ {t("rooms.tile.hand", { place })}</span>
      )}
      <span className={styles.tools}>
        <Button size="small" aria-pressed={isPinned} onClick={onPin}>
          {t(isPinned ? "rooms.tile.unpin" : "rooms.tile.pin")}
        </Button>
        {participant instanceof RemoteParticipant && !isScreen && <Volume of={participant} />}
      </span>
    </figure>
  );
}

/** How loud this one person is, here only. */
function Volume({ of }: { of: RemoteParticipant }) {
  const { t } = useTranslation();
  const [volume, setVolume] = useState(of.getVolume() ?? 1);
  const change = (value: number) => {
    of.setVolume(value);
    setVolume(value);
  };
  return (
    <Popover
      trigger="click"
      content={
        <Slider
          className={styles.volume}
          min={0}
          max={1}
          step={0.05}
          value={volume}
          ariaLabelForHandle={t("rooms.tile.volume")}
          onChange={change}
        />
      }
    >
      <Button size="small">{t("rooms.tile.volume")}</Button>
    </Popover>
  );
}
