import { Button, Input } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { Instant } from "@/ui/Instant";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { StatusTag, type TagTone } from "@/ui/StatusTag";
import type { Case } from "../cases/types";
import styles from "./team.module.css";
import type { Notice as Told, Objection } from "./types";
import { useRun } from "./useRun";

const TONES: Record<Objection["state"], TagTone> = { open: "warn", replaced: "ok", kept: "grey" };

/** What the client was told of the team, what it objected to, and the answers. */
export function Objections({ of, may }: { of: Case; may: boolean }) {
  const { t } = useTranslation();
  const params = { path: { case_id: of.id } };
  const { data } = api.useQuery("get", "/api/programme/cases/{case_id}/objections", { params });
  if (!data) return null;
  return (
    <Card title={t("team.client")} aside={<ToldLine told={data.notice} />}>
      {data.objections.length === 0 && <p className="muted">{t("team.noObjection")}</p>}
      <ul className={styles.objections}>
        {data.objections.map((each) => (
          <li key={each.id}>
            <div className={styles.who}>
              <strong>{each.member}</strong>
              <StatusTag tone={TONES[each.state]}>{t(`team.objection.${each.state}`)}</StatusTag>
              <small>
                {each.raised_by} · <Instant at={each.raised_at} />
              </small>
            </div>
            <p>{each.ground}</p>
            {each.answer && (
              <p className="muted">
                {t("team.answered", { by: each.answered_by, answer: each.answer })}
              </p>
            )}
            {may && each.state === "open" && <Answer objection={each} />}
          </li>
        ))}
      </ul>
    </Card>
  );
}

function ToldLine({ told }: { told: Told | null }) {
  const { t } = useTranslation();
  if (!told) return <>{t("team.notTold")}</>;
  return (
    <>
      {t(told.is_current ? "team.told" : "team.toldBefore", { who: told.told })}{" "}
      <Instant at={told.sent_at} />
    </>
  );
}

function Answer({ objection }: { objection: Objection }) {
  const { t } = useTranslation();
  const id = useId();
  const { run, busy, error } = useRun();
  const [answer, setAnswer] = useState("");
  const send = (replaced: boolean) =>
    run(
      client.POST("/api/programme/cases/objections/{objection_id}/answer", {
        params: { path: { objection_id: objection.id } },
        body: { version: objection.version, replaced, answer: answer.trim() },
      }),
    );
  return (
    <Notice tone="warn">
      <div className={styles.ask}>
        <label htmlFor={id}>{t("team.answer")}</label>
        <ErrorSummary error={error} />
        <Input.TextArea
          id={id}
          rows={2}
          maxLength={4000}
          value={answer}
          onChange={(event) => setAnswer(event.target.value)}
        />
        <span className={styles.row}>
          <Button loading={busy} disabled={!answer.trim()} onClick={() => send(true)}>
            {t("team.replace")}
          </Button>
          <Button loading={busy} disabled={!answer.trim()} onClick={() => send(false)}>
            {t("team.keep")}
          </Button>
        </span>
      </div>
    </Notice>
  );
}
