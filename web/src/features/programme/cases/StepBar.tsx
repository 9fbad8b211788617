import { useTranslation } from "react-i18next";

import { Icon } from "@/ui/icons";
import styles from "./cases.module.css";
import type { CaseStep } from "./types";
import { useCaseWords } from "./words";

/** The seven steps of an audit: what is done, where it stands, what each still lacks. */
export function StepBar({ steps }: { steps: readonly CaseStep[] }) {
  const { t } = useTranslation();
  return (
    <ol className={styles.steps} aria-label={t("cases.steps")}>
      {steps.map((step, index) => (
        <Step key={step.step} step={step} number={index + 1} />
      ))}
    </ol>
  );
}

function Step({ step, number }: { step: CaseStep; number: number }) {
  const words = useCaseWords();
  const { state } = step;
  return (
    <li className={styles[state]} aria-current={state === "current" ? "step" : undefined}>
      <strong>
        {state === "done" ? <Icon name="check" size={14} /> : <span>{number}</span>}
        {words.step(step.step)}
      </strong>
      <small>
        <Standing step={step} />
      </small>
    </li>
  );
}

function Standing({ step: { state, missing } }: { step: CaseStep }) {
  const { t } = useTranslation();
  if (state === "done") return t("cases.standing.done");
  if (state === "stopped") return t("cases.standing.stopped");
  if (missing > 0) return t("cases.standing.missing", { missing });
  return state === "current" ? t("cases.standing.ready") : t("cases.standing.waiting");
}
