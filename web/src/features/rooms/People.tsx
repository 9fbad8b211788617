import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { ErrorSummary } from "@/ui/Notice";
import { ReasonButton } from "@/ui/ReasonButton";
import { StatusTag } from "@/ui/StatusTag";
import { Command } from "./Command";
import { Invite } from "./Invite";
import { RoomsOf } from "./RoomsOf";
import styles from "./rooms.module.css";
import { handsOf, type Person, type Session } from "./types";
import { useSend } from "./useSend";

/** Who waits, whose hand is raised, who is here; for whoever leads, what to do about it. */
export function People({ of }: { of: Session }) {
  const { t } = useTranslation();
  const waiting = of.participants.filter(({ state }) => state === "waiting");
  const hands = handsOf(of.participants);
  const here = of.participants.filter(({ state }) => state === "admitted");
  return (
    <div className={styles.people}>
      <Command of={of} />
      {waiting.length > 0 && (
        <section>
          <h3>{t("rooms.people.waiting", { count: waiting.length })}</h3>
          {waiting.map((each) => (
            <Waiting key={each.id} of={each} may={of.may_command} />
          ))}
        </section>
      )}
      {hands.length > 0 && (
        <section className={styles.queue}>
          <h3>{t("rooms.people.hands", { count: hands.length })}</h3>
          {hands.map((each) => (
            <Raised key={each.id} of={each} may={of.may_command} />
          ))}
        </section>
      )}
      <section>
        <h3>{t("rooms.pane.people")}</h3>
        {here.map((each) => (
          <Here key={each.id} of={each} session={of} />
        ))}
      </section>
      <RoomsOf of={of} />
      <Invite of={of} />
    </div>
  );
}

function Name({ of }: { of: Person }) {
  const { t } = useTranslation();
  return (
    <span>
      <strong>{of.name}</strong>{" "}
      <small className="muted">
        {of.organisation} · {t(`rooms.role.${of.role}`)}
      </small>
    </span>
  );
}

function Waiting({ of, may }: { of: Person; may: boolean }) {
  const { t } = useTranslation();
  const { busy, error, send } = useSend();
  const params = { path: { participant_id: of.id } };
  const admit = () => client.POST("/api/rooms/participants/{participant_id}/admission", { params });
  const deny = () =>
    client.POST("/api/rooms/participants/{participant_id}/denial", {
      params,
      body: { reason: "" },
    });
  return (
    <div className={styles.person}>
      <Name of={of} />
      <ErrorSummary error={error} />
      {may && (
        <span className={styles.acts}>
          <Button type="primary" loading={busy} onClick={() => void send(admit)}>
            {t("rooms.people.admit")}
          </Button>
          <Button onClick={() => void send(deny)}>{t("rooms.people.deny")}</Button>
        </span>
      )}
    </div>
  );
}

function Raised({ of, may }: { of: Person; may: boolean }) {
  const { t } = useTranslation();
  const { busy, error, send } = useSend();
  const params = { path: { participant_id: of.id } };
  const lower = () => client.DELETE("/api/rooms/participants/{participant_id}/hand", { params });
  return (
    <div className={styles.person}>
      <Name of={of} />
      <ErrorSummary error={error} />
      {may && (
        <Button loading={busy} onClick={() => void send(lower)}>
          {t("rooms.people.giveFloor")}
        </Button>
      )}
    </div>
  );
}

function Here({ of, session }: { of: Person; session: Session }) {
  const { t } = useTranslation();
  const { busy, error, send } = useSend();
  const isHost = of.person_id === (session.acting_host_id ?? session.host_id);
  const isOther = of.id !== session.me?.id;
  const person = { path: { participant_id: of.id } };
  const one = { path: { session_id: session.id } };
  const mute = () =>
    client.POST("/api/rooms/sessions/{session_id}/mute", {
      params: one,
      body: { participant_id: of.id },
    });
  const remove = (reason: string) =>
    client.POST("/api/rooms/participants/{participant_id}/removal", {
      params: person,
      body: { reason },
    });
  const handOver = () =>
    client.PUT("/api/rooms/sessions/{session_id}/host", {
      params: one,
      body: { participant_id: of.id },
    });
  const mayChair = of.role === "auditor" || of.role === "lead_auditor";
  return (
    <div className={styles.person}>
      <Name of={of} />
      {isHost && <StatusTag tone="violet">{t("rooms.people.host")}</StatusTag>}
      {!of.is_present && <StatusTag>{t("rooms.people.notThere")}</StatusTag>}
      <ErrorSummary error={error} />
      {session.may_command && isOther && (
        <span className={styles.acts}>
          {of.sources.includes("microphone") && (
            <Button loading={busy} onClick={() => void send(mute)}>
              {t("rooms.people.mute")}
            </Button>
          )}
          {mayChair && (
            <Button onClick={() => void send(handOver)}>{t("rooms.people.handOver")}</Button>
          )}
          {!isHost && (
            <ReasonButton
              label={t("rooms.people.remove")}
              question={t("rooms.people.whyRemove")}
              busy={busy}
              danger
              onReason={(reason) => void send(() => remove(reason))}
            />
          )}
        </span>
      )}
    </div>
  );
}
