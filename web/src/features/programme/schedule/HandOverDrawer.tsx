import { Button, Drawer, Input, Select } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Waiting } from "@/ui/Page";
import { PathLink } from "@/ui/PathLink";
import { Reasons } from "../team/Reasons";
import { useRun } from "../team/useRun";
import styles from "./schedule.module.css";
import type { OpenWork, Piece } from "./types";

/** Everything a person holds, and to whom each piece goes: in one step, with one reason. */
export function HandOverDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const params = { path: { person_id: id } };
  const { data, error } = api.useQuery("get", "/api/programme/hand-overs/{person_id}", { params });
  const title = data ? t("schedule.workOf", { name: data.person }) : t("schedule.handOver");
  return (
    <Drawer open size={620} title={title} onClose={onClose}>
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      {data?.pieces.length === 0 && <Notice tone="ok">{t("schedule.holdsNothing")}</Notice>}
      {data && data.pieces.length > 0 && <GiveForm key={id} work={data} />}
    </Drawer>
  );
}

function GiveForm({ work }: { work: OpenWork }) {
  const { t } = useTranslation();
  const why = useId();
  const { run, busy, error } = useRun();
  const [takers, setTakers] = useState<Record<string, string>>({});
  const [reasons, setReasons] = useState<Record<string, string>>({});
  const [reason, setReason] = useState("");
  const given = work.pieces.filter(({ id }) => takers[id]);
  const give = () =>
    run(
      client.POST("/api/programme/hand-overs/{person_id}", {
        params: { path: { person_id: work.person_id } },
        body: {
          reason: reason.trim(),
          gifts: given.map(({ id, kind }) => ({
            kind: kind as "member" | "programme",
            id,
            to_person_id: takers[id] ?? "",
            override_reason: reasons[id] ?? "",
          })),
        },
      }),
      () => setTakers({}),
    );
  return (
    <div className={styles.sections}>
      <ErrorSummary error={error} />
      <ul className={styles.pieces}>
        {work.pieces.map((piece) => (
          <OnePiece
            key={piece.id}
            piece={piece}
            taker={takers[piece.id]}
            reason={reasons[piece.id] ?? ""}
            onTaker={(to) => setTakers({ ...takers, [piece.id]: to ?? "" })}
            onReason={(text) => setReasons({ ...reasons, [piece.id]: text })}
          />
        ))}
      </ul>
      <label htmlFor={why}>{t("schedule.whyHandOver")}</label>
      <Input.TextArea
        id={why}
        rows={2}
        maxLength={4000}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button
        type="primary"
        loading={busy}
        disabled={given.length === 0 || !reason.trim()}
        onClick={give}
      >
        {t("schedule.give", { given: given.length, total: work.pieces.length })}
      </Button>
    </div>
  );
}

interface OnePieceProps {
  piece: Piece;
  taker: string | undefined;
  reason: string;
  onTaker: (id: string | undefined) => void;
  onReason: (text: string) => void;
}

function OnePiece({ piece, taker, reason, onTaker, onReason }: OnePieceProps) {
  const { t } = useTranslation();
  const chosen = piece.takers.find(({ person_id }) => person_id === taker);
  const doubts = (chosen?.reasons ?? []).filter(({ is_good, key }) => !is_good || key === "visits");
  const warned = doubts.some(({ is_good, key }) => !is_good && key !== "code");
  return (
    <li>
      <span className={styles.row}>
        <PathLink href={piece.href}>{piece.title}</PathLink>
        {piece.due && <small>{piece.due}</small>}
        {piece.items > 0 && <small>{t("schedule.withItems", { items: piece.items })}</small>}
      </span>
      <Select
        aria-label={t("schedule.taker", { piece: piece.title })}
        placeholder={t("schedule.chooseTaker")}
        allowClear
        value={taker || undefined}
        options={piece.takers.map(({ person_id, person, is_blocked }) => ({
          value: person_id,
          label: is_blocked ? t("schedule.cannot", { person }) : person,
          disabled: is_blocked,
        }))}
        onChange={onTaker}
      />
      <Reasons reasons={doubts} />
      {warned && (
        <Input
          aria-label={t("team.override")}
          placeholder={t("team.override")}
          value={reason}
          maxLength={4000}
          onChange={({ target }) => onReason(target.value)}
        />
      )}
    </li>
  );
}
