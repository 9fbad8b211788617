import { Button, ConfigProvider, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan, useMe } from "@/api/me";
import { ApiError } from "@/lib/errors";
import { useNarrow } from "@/lib/media";
import { Instant } from "@/ui/Instant";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { StaleDialog } from "@/ui/StaleDialog";
import type { Autosave, AutosaveState } from "./autosave";
import { anchorOf, FormProvider } from "./form";
import { PeopleFields } from "./PeopleFields";
import { SaveLine } from "./SaveLine";
import { AreaFields, NoiseFields } from "./SceneFields";
import { SiteFields } from "./SiteFields";
import styles from "./survey.module.css";
import { tell } from "./telling";
import {
  type Answers,
  type Questionnaire,
  type Remark,
  type Saved,
  startingFrom,
  type Survey,
  whole,
} from "./types";
import { useAutosave } from "./useAutosave";
import { WillFields } from "./WillFields";

/** A finger needs 48 px. */
const TOUCH = { token: { controlHeight: 48 } };

interface SurveyFormProps {
  of: Survey;
  asked: Questionnaire;
  onSubmitted: () => Promise<unknown>;
}

/** The survey as it is filled in: saved by itself, handed in under a name. */
export function SurveyForm({ of, asked, onSubmitted }: SurveyFormProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const can = useCan();
  const [said, setSaid] = useState<Omit<Saved, "version">>(of);
  const [wantsAll, setWantsAll] = useState(false);
  const { autosave, state } = useAutosave(of, setSaid);
  const change = (part: Partial<Answers>) =>
    autosave.change({ ...autosave.state.get().value, ...part });
  return (
    <ConfigProvider {...(narrow ? { theme: TOUCH } : {})}>
      <FormProvider
        value={{
          answers: state.value,
          change,
          asked,
          places: of.places,
          gaps: wantsAll ? said.missing : [],
          warnings: said.warnings,
          differences: said.differences,
        }}
      >
        <div className={styles.form}>
          <div className={styles.sticky}>
            <SaveLine state={state} onRetry={() => void autosave.flush()} />
          </div>
          {of.reason && <Notice tone="warn">{t("surveys.sentBack", { reason: of.reason })}</Notice>}
          {of.message && <p className={styles.lead}>{of.message}</p>}
          <LastTime of={of} answers={state.value} onTake={(answers) => change(answers)} />
          {of.places.map((place) => (
            <SiteFields key={place.id} place={place} />
          ))}
          <PeopleFields />
          <AreaFields />
          <NoiseFields />
          <WillFields />
          {can("surveys", "A") && (
            <HandIn
              of={of}
              autosave={autosave}
              missing={said.missing}
              onWant={() => setWantsAll(true)}
              onSubmitted={onSubmitted}
            />
          )}
        </div>
        <Choice of={of} asked={asked} autosave={autosave} state={state} />
      </FormProvider>
    </ConfigProvider>
  );
}

interface LastTimeProps {
  of: Survey;
  answers: Answers;
  onTake: (answers: Answers) => void;
}

/** "Still true?": the last answers as a start, while nothing is entered here. */
function LastTime({ of, answers, onTake }: LastTimeProps) {
  const { t } = useTranslation();
  const isEmpty = JSON.stringify(whole(answers)) === JSON.stringify(whole(undefined));
  if (!of.previous) return null;
  if (!isEmpty) return <p className={styles.lead}>{t("surveys.changesMarked")}</p>;
  const { previous } = of;
  return (
    <Notice
      tone="blue"
      action={
        <Button onClick={() => onTake(startingFrom(previous.answers, of.places))}>
          {t("surveys.takeLast")}
        </Button>
      }
    >
      {t("surveys.stillTrue", { by: previous.answered_by })} <Instant at={previous.answered_at} />
    </Notice>
  );
}

interface HandInProps {
  of: Survey;
  autosave: Autosave<Answers>;
  missing: readonly Remark[];
  onWant: () => void;
  onSubmitted: () => Promise<unknown>;
}

/** What is still missing, and the declaration under which the answers are handed in. */
function HandIn({ of, autosave, missing, onWant, onSubmitted }: HandInProps) {
  const { t } = useTranslation();
  const { person } = useMe();
  const [name, setName] = useState(person.name);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async () => {
    setBusy(true);
    setError(null);
    onWant();
    try {
      await autosave.flush();
      const { version, standing } = autosave.state.get();
      if (standing !== "saved") return;
      await client.POST("/api/programme/surveys/{survey_id}/submit", {
        params: { path: { survey_id: of.id } },
        body: { version, name: name.trim() },
      });
      await onSubmitted();
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Card title={t("surveys.handIn")}>
      {missing.length > 0 ? <Gaps missing={missing} onGo={onWant} /> : null}
      <ErrorSummary error={withoutFields(error)} />
      <div className={styles.handIn}>
        <label>
          {t("surveys.declare")}
          <Input value={name} maxLength={200} onChange={({ target }) => setName(target.value)} />
        </label>
        <Button type="primary" loading={busy} disabled={!name.trim()} onClick={() => void submit()}>
          {t("surveys.submit")}
        </Button>
      </div>
    </Card>
  );
}

/** The places are marked in the form itself. */
const withoutFields = (error: unknown) =>
  error instanceof ApiError ? new ApiError(error.status, error.code, error.message) : error;

function Gaps({ missing, onGo }: { missing: readonly Remark[]; onGo: () => void }) {
  const { t } = useTranslation();
  return (
    <details className={styles.gaps}>
      <summary>{t("surveys.stillMissing", { count: missing.length })}</summary>
      <ul>
        {missing.map(({ path, words }) => (
          <li key={path}>
            <Button
              type="link"
              onClick={() => {
                onGo();
                placeOf(path)?.scrollIntoView({ block: "center", behavior: "smooth" });
              }}
            >
              {words}
            </Button>
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The entry itself, or the part of the form that it belongs to. */
function placeOf(path: string): HTMLElement | null {
  const parts = path.split(".");
  for (let length = parts.length; length > 0; length -= 1) {
    const found = document.getElementById(anchorOf(parts.slice(0, length).join(".")));
    if (found) return found;
  }
  return null;
}

interface ChoiceProps {
  of: Survey;
  asked: Questionnaire;
  autosave: Autosave<Answers>;
  state: AutosaveState<Answers>;
}

/** Somebody saved first, in another browser: mine or theirs. */
function Choice({ of, asked, autosave, state }: ChoiceProps) {
  const { t } = useTranslation();
  const { error } = state;
  const current = (error?.params.current ?? {}) as { version?: number; draft?: object };
  const theirs = whole(current.draft);
  const told = tell(theirs, asked, of.places);
  const compared =
    error && new ApiError(error.status, error.code, error.message, {}, { current: told });
  const version = current.version ?? 0;
  const sites = of.places.map(({ id, name }) => [`site:${id}`, name]);
  return (
    <StaleDialog
      error={state.standing === "stale" ? compared : null}
      mine={tell(state.value, asked, of.places)}
      labels={{
        ...(Object.fromEntries(sites) as Record<string, string>),
        people: t("surveys.people"),
        secure_areas: t("surveys.secure"),
        noise: t("surveys.noise"),
        meeting_tool: t("surveys.tool"),
        willingness: t("surveys.willingness"),
      }}
      keepMine={() => void autosave.keepMine(version)}
      takeTheirs={() => autosave.takeTheirs(theirs, version)}
      onClose={() => undefined}
    />
  );
}
