import { RoomAudioRenderer, RoomContext } from "@livekit/components-react";
import { Button, Tabs } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useCan } from "@/api/me";
import { StatusTag } from "@/ui/StatusTag";
import { Agenda } from "./Agenda";
import { Bar } from "./Bar";
import { Chat } from "./Chat";
import { PauseLine } from "./PauseLine";
import { People } from "./People";
import styles from "./rooms.module.css";
import type { Pane } from "./RoomPage";
import { Tiles } from "./Tiles";
import { type Session, TONES } from "./types";
import { type Call, useCall } from "./useCall";
import type { Choice } from "./useDevices";

interface Props {
  of: Session;
  choice: Choice;
  panes: readonly Pane[];
  onLeave: () => void;
}

export type Layout = "grid" | "speaker";

/** The room itself: pictures, the bar below them, and the work beside them. */
export function Stage({ of, choice, panes, onLeave }: Props) {
  const call = useCall(of, choice);
  const [layout, setLayout] = useState<Layout>("grid");
  return (
    <RoomContext.Provider value={call.room}>
      <div className={styles.stage}>
        <section className={styles.video}>
          <Head of={of} call={call} />
          <PauseLine of={of} />
          <Tiles of={of} layout={layout} />
          <Bar of={of} layout={layout} onLayout={setLayout} onLeave={onLeave} />
        </section>
        <Work of={of} panes={panes} />
      </div>
      <RoomAudioRenderer />
    </RoomContext.Provider>
  );
}

function Head({ of, call }: { of: Session; call: Call }) {
  const { t } = useTranslation();
  const room = of.rooms.find(({ id }) => id === of.me?.room_id);
  return (
    <header className={styles.head}>
      <strong>
        {of.client} · {of.title || t(`rooms.kind.${of.kind}`)}
      </strong>
      <StatusTag tone={TONES[of.state]}>{t(`rooms.state.${of.state}`)}</StatusTag>
      {room && <span>{t(`rooms.roomKind.${room.kind}`)}</span>}
      {of.is_locked && <span>{t("rooms.people.locked")}</span>}
      <span role="status" className={styles.line} data-line={call.line}>
        {t(`rooms.line.${call.line}`)}
        {call.line === "lost" && (
          <Button type="link" onClick={call.retry}>
            {t("rooms.line.retry")}
          </Button>
        )}
      </span>
    </header>
  );
}

function Work({ of, panes }: { of: Session; panes: readonly Pane[] }) {
  const { t } = useTranslation();
  const can = useCan();
  const waiting = of.participants.filter(({ state }) => state === "waiting").length;
  const others = panes.filter(({ object }) => can(object, "R"));
  return (
    <aside className={styles.work}>
      <Tabs
        items={[
          {
            key: "people",
            label: waiting ? `${t("rooms.pane.people")} (${waiting})` : t("rooms.pane.people"),
            children: <People of={of} />,
          },
          { key: "chat", label: t("rooms.pane.chat"), children: <Chat of={of} /> },
          { key: "agenda", label: t("rooms.pane.agenda"), children: <Agenda of={of} /> },
          ...others.map(({ name, content }) => ({
            key: name,
            label: t(`rooms.pane.${name}`),
            children: content,
          })),
        ]}
      />
    </aside>
  );
}
