import { Link, useParams } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

import { ErrorSummary } from "@/ui/Notice";
import { Waiting } from "@/ui/Page";
import { Lobby } from "./Lobby";
import styles from "./rooms.module.css";
import { Stage } from "./Stage";
import { type Session, useSession } from "./types";
import type { Choice } from "./useDevices";

/** A tab beside the video that another feature brings along. */
export interface Pane {
  name: "evidence" | "requests" | "record";
  /** The object of the matrix whose R right shows it. */
  object: string;
  content: ReactNode;
}

/** One session: the lobby first, then the room; whoever leaves is in the lobby again. */
export function RoomPage({ panes }: { panes: readonly Pane[] }) {
  const { t } = useTranslation();
  const { session: id } = useParams({ strict: false }) as { session: string };
  const { data, error } = useSession(id);
  return (
    <main id="main" className={styles.page}>
      <title>{`${titleOf(data, t("rooms.one"))} · 明鉴`}</title>
      {!data && (error ? <Back error={error} /> : <Waiting />)}
      {data && <Rooms of={data} panes={panes} />}
    </main>
  );
}

function titleOf(of: Session | undefined, otherwise: string): string {
  const waiting = of?.participants.filter(({ hand_raised_at: at }) => at).length ?? 0;
  const name = of?.title || otherwise;
  return waiting ? `✋${waiting} ${name}` : name;
}

function Back({ error }: { error: unknown }) {
  const { t } = useTranslation();
  return (
    <div className={styles.lobby}>
      <ErrorSummary error={error} />
      <Link to="/sessions">{t("rooms.title")}</Link>
    </div>
  );
}

function Rooms({ of, panes }: { of: Session; panes: readonly Pane[] }) {
  const { t } = useTranslation();
  const [wants, setWants] = useState(false);
  const [choice, setChoice] = useState<Choice>({ camera: true, microphone: true });
  const isOpen = of.state === "lobby" || of.state === "live";
  if (wants && isOpen && of.me?.state === "admitted") {
    return <Stage of={of} choice={choice} panes={panes} onLeave={() => setWants(false)} />;
  }
  return (
    <>
      <nav className={styles.back}>
        <Link to="/sessions">← {t("rooms.title")}</Link>
      </nav>
      <Lobby of={of} choice={choice} onChoose={setChoice} onEnter={() => setWants(true)} />
    </>
  );
}
