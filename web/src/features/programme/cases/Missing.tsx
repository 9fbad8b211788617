import { useTranslation } from "react-i18next";

import { Act } from "./Act";
import styles from "./cases.module.css";
import type { Case, Fact } from "./types";
import { useCaseWords } from "./words";

/** What the current step still lacks, each with the way to mend it; what is met is a number. */
export function Missing({ of }: { of: Case }) {
  const { t } = useTranslation();
  const words = useCaseWords();
  const current = of.steps.find(({ state }) => state === "current");
  if (!current || of.is_closed) return null;
  const mine = of.facts.filter(({ step }) => step === current.step);
  const missing = mine.filter(({ is_met, gate }) => gate && !is_met);
  const met = mine.filter(({ is_met }) => is_met).length;
  if (missing.length === 0) return null;
  const step = words.step(current.step);
  return (
    <section className={styles.missing} aria-label={t("cases.missingTitle", { step })}>
      <strong>{t("cases.missing", { step, count: missing.length })}</strong>
      <ol>
        {missing.map((fact) => (
          <li key={fact.key}>
            <FactLine fact={fact} />
          </li>
        ))}
      </ol>
      {met > 0 && <small>{t("cases.met", { count: met })}</small>}
    </section>
  );
}

function FactLine({ fact }: { fact: Fact }) {
  return (
    <>
      {fact.words} <Act fact={fact} />
    </>
  );
}
