import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan } from "@/api/me";
import { ErrorSummary } from "@/ui/Notice";
import { PathLink } from "@/ui/PathLink";
import { StatusTag } from "@/ui/StatusTag";
import { useCaseId } from "../cases/useCase";
import styles from "../risk/risk.module.css";
import { useAct } from "../risk/useRisk";
import type { Note } from "./types";

interface NoteLineProps {
  note: Note;
  about: string;
  may: boolean;
}

/** One conclusion, with one click to a risk or to a hint for the plan. */
export function NoteLine({ note, about, may }: NoteLineProps) {
  const { t } = useTranslation();
  const caseId = useCaseId();
  const mayRaise = useCan()("risk", "C");
  const { run, busy, error } = useAct();
  const params = { path: { note_id: note.id } };
  const { version } = note;
  const raise = () => {
    const body = {
      version,
      sign: "threat",
      factor: "process",
      dimension: "effectiveness",
    } as const;
    run(client.POST("/api/programme/information/notes/{note_id}/risk", { params, body }));
  };
  const hint = () => {
    const body = { version, hint: "" };
    run(client.POST("/api/programme/information/notes/{note_id}/hint", { params, body }));
  };
  const remove = () =>
    run(
      client.POST("/api/programme/information/notes/{note_id}/remove", {
        params,
        body: { version },
      }),
    );
  const isFree = note.consequence === "none";
  return (
    <li>
      <span className={`${styles.grow} ${styles.words}`}>
        <span>{note.text}</span>
        <small>{[about, note.author_name].filter(Boolean).join(" · ")}</small>
        {note.risk && (
          <span>
            <StatusTag tone="warn">{t("information.toRisk")}</StatusTag>{" "}
            <PathLink href={`/audits/${caseId}/risk`}>{note.risk}</PathLink>
          </span>
        )}
        {note.consequence === "plan" && (
          <span>
            <StatusTag tone="blue">{t("information.toPlan")}</StatusTag> {note.hint}
          </span>
        )}
        <ErrorSummary error={error} />
      </span>
      {may && isFree && (
        <>
          {mayRaise && (
            <Button size="small" loading={busy} onClick={raise}>
              {t("information.raiseRisk")}
            </Button>
          )}
          <Button size="small" loading={busy} onClick={hint}>
            {t("information.giveHint")}
          </Button>
          <Button size="small" loading={busy} onClick={remove}>
            {t("risk.remove")}
          </Button>
        </>
      )}
    </li>
  );
}
