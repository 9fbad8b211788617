import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { ErrorSummary } from "@/ui/Notice";
import { ReasonButton } from "@/ui/ReasonButton";
import { StatusTag } from "@/ui/StatusTag";
import styles from "./feasibility.module.css";
import { type Override, type Scene, toneOf, type Verdict, VERDICTS } from "./types";
import { useAction } from "./useFeasibility";
import { useFeasibilityWords } from "./words";

/** Another verdict than the rules': programme manager and lead auditor, each with a name. */
export function Overrides({ scene, may }: { scene: Scene; may: boolean }) {
  const { t } = useTranslation();
  if (scene.overrides.length === 0 && !may) return null;
  return (
    <section className={styles.stack} aria-label={t("feasibility.overrides")}>
      <h3>{t("feasibility.overrides")}</h3>
      {scene.overrides.map((each) => (
        <OverrideLine key={each.id} override={each} may={may} />
      ))}
      {may && <Propose scene={scene} />}
    </section>
  );
}

function OverrideLine({ override, may }: { override: Override; may: boolean }) {
  const { t } = useTranslation();
  const words = useFeasibilityWords();
  const { run, busy, error } = useAction();
  const { state, version } = override;
  const answer = (is_confirmed: boolean, why = "") =>
    void run(
      client.POST("/api/programme/cases/overrides/{override_id}/answer", {
        params: { path: { override_id: override.id } },
        body: { version, is_confirmed, answer: why },
      }),
    );
  return (
    <div className={styles.signature}>
      <div className={styles.row}>
        <strong>{override.scheme}</strong>
        <StatusTag tone={toneOf(override.verdict)}>{words.verdict(override.verdict)}</StatusTag>
        <StatusTag tone={state === "confirmed" ? "ok" : state === "refused" ? "bad" : "violet"}>
          {t(`feasibility.override.${state as "proposed" | "confirmed" | "refused"}`)}
        </StatusTag>
      </div>
      <p className={styles.quote}>{override.reason}</p>
      <small>
        {t("feasibility.proposedBy", { name: override.proposed_by, role: override.proposed_as })}
        {override.answered_by &&
          t("feasibility.answeredBy", { name: override.answered_by, role: override.answered_as })}
      </small>
      {override.answer && <p className={styles.quote}>{override.answer}</p>}
      <ErrorSummary error={error} />
      {may && state === "proposed" && (
        <div className={styles.row}>
          <Button loading={busy} onClick={() => answer(true)}>
            {t("feasibility.confirm")}
          </Button>
          <ReasonButton
            label={t("feasibility.refuse")}
            question={t("feasibility.whyRefuse")}
            busy={busy}
            onReason={(why) => answer(false, why)}
          />
        </div>
      )}
    </div>
  );
}

function Propose({ scene }: { scene: Scene }) {
  const { t } = useTranslation();
  const words = useFeasibilityWords();
  const { run, busy, error } = useAction();
  const [asking, setAsking] = useState(false);
  const [scheme, setScheme] = useState(scene.verdicts[0]?.scheme ?? "");
  const [verdict, setVerdict] = useState<Verdict>("limited");
  const [reason, setReason] = useState("");
  if (!asking) {
    return <Button onClick={() => setAsking(true)}>{t("feasibility.propose")}</Button>;
  }
  const send = () =>
    void run(
      client.POST("/api/programme/cases/scenes/{scene_id}/overrides", {
        params: { path: { scene_id: scene.id } },
        body: { scheme, verdict, reason },
      }),
    ).then((done) => done && setAsking(false));
  return (
    <div className={styles.stack}>
      <p>{t("feasibility.proposeHint")}</p>
      <ErrorSummary error={error} />
      <div className={styles.row}>
        <Select
          aria-label={t("cases.schemes")}
          value={scheme}
          onChange={setScheme}
          options={scene.verdicts.map((each) => ({ value: each.scheme, label: each.scheme }))}
        />
        <Select<Verdict>
          aria-label={t("feasibility.suitability")}
          value={verdict}
          onChange={setVerdict}
          options={VERDICTS.map((code) => ({ value: code, label: words.verdict(code) }))}
        />
      </div>
      <Input.TextArea
        aria-label={t("cases.reason")}
        placeholder={t("feasibility.overrideReason")}
        value={reason}
        maxLength={4000}
        rows={2}
        onChange={(event) => setReason(event.target.value)}
      />
      <div className={styles.row}>
        <Button loading={busy} disabled={!reason.trim()} onClick={send}>
          {t("feasibility.propose")}
        </Button>
        <Button onClick={() => setAsking(false)}>{t("ui.cancel")}</Button>
      </div>
    </div>
  );
}
