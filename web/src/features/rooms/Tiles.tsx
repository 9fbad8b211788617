import {
  type TrackReferenceOrPlaceholder,
  useSpeakingParticipants,
  useTracks,
} from "@livekit/components-react";
import { Track } from "livekit-client";
import { useState } from "react";

import styles from "./rooms.module.css";
import type { Layout } from "./Stage";
import { Tile } from "./Tile";
import { handsOf, type Session } from "./types";

const SOURCES = [
  { source: Track.Source.Camera, withPlaceholder: true },
  { source: Track.Source.ScreenShare, withPlaceholder: false },
];

const keyOf = (of: TrackReferenceOrPlaceholder) => `${of.participant.identity} ${of.source}`;

/** Everybody's picture; one large where somebody shares, is pinned or, if wished, speaks. */
export function Tiles({ of, layout }: { of: Session; layout: Layout }) {
  const [pinned, pin] = useState("");
  // Whoever the session does not list is a worker of the server's, hidden or meant to be.
  const known = new Map(of.participants.map((person) => [person.identity, person]));
  const tracks = useTracks(SOURCES, { onlySubscribed: false }).filter((each) =>
    known.has(each.participant.identity),
  );
  const [speaker] = useSpeakingParticipants();
  const shared = tracks.find(({ source }) => source === Track.Source.ScreenShare);
  const spoken = tracks.find(
    ({ participant, source }) =>
      participant.identity === speaker?.identity && source === Track.Source.Camera,
  );
  const large =
    tracks.find((each) => keyOf(each) === pinned) ??
    shared ??
    (layout === "speaker" ? (spoken ?? tracks[0]) : undefined);
  const hands = handsOf(of.participants).map(({ identity }) => identity);
  const tile = (each: TrackReferenceOrPlaceholder) => (
    <Tile
      key={keyOf(each)}
      track={each}
      person={known.get(each.participant.identity)}
      place={hands.indexOf(each.participant.identity) + 1}
      isSpeaking={each.participant.identity === speaker?.identity}
      isPinned={keyOf(each) === pinned}
      onPin={() => pin(keyOf(each) === pinned ? "" : keyOf(each))}
    />
  );
  const small = tracks.filter((each) => each !== large);
  return (
    <div className={large ? styles.focus : styles.grid} data-count={small.length}>
      {large && <div className={styles.large}>{tile(large)}</div>}
      <div className={large ? styles.strip : styles.cells}>{small.map(tile)}</div>
    </div>
  );
}
