import { useTranslation } from "react-i18next";

import { useCan } from "@/api/me";
import { Icon } from "@/ui/icons";
import { Card, Facts } from "@/ui/Page";
import { CaseForm } from "./CaseForm";
import { Act } from "./Act";
import styles from "./cases.module.css";
import { Leave } from "./Leave";
import type { Case, Fact } from "./types";
import { useCase } from "./useCase";
import { useCaseWords } from "./words";

/** What the audit is about, what is known of each step, and the ways out. */
export function OverviewTab() {
  const { t } = useTranslation();
  const of = useCase();
  const can = useCan();
  const may = can("programme", "U") && !of.is_closed;
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <Card title={t("cases.about")}>
          {may ? <CaseForm key={of.id} of={of} /> : <About of={of} />}
        </Card>
      </div>
      <div className={styles.column}>
        <Known facts={of.facts} />
        <Leave of={of} />
      </div>
    </div>
  );
}

function About({ of }: { of: Case }) {
  const { t } = useTranslation();
  const words = useCaseWords();
  const days = of.starts_on && of.ends_on ? `${of.starts_on} – ${of.ends_on}` : "";
  return (
    <Facts
      items={[
        [t("cases.client"), of.client],
        [t("cases.modeLabel"), words.mode(of.mode)],
        [t("cases.days"), days || t("ui.none")],
        [t("cases.dueBy"), of.due_by ?? t("ui.none")],
        [t("cases.scope"), of.scope || t("ui.none")],
        [t("cases.criteria"), of.criteria || t("ui.none")],
        [t("cases.objectives"), of.objectives || t("ui.none")],
        ...(of.state_reason ? [[t("cases.reason"), of.state_reason] as const] : []),
      ]}
    />
  );
}

/** Everything that is known of the audit, what is missing first. */
function Known({ facts }: { facts: readonly Fact[] }) {
  const { t } = useTranslation();
  const sorted = facts.toSorted((one, other) => Number(one.is_met) - Number(other.is_met));
  return (
    <Card title={t("cases.known")}>
      <ul className={styles.facts}>
        {sorted.map((fact) => (
          <li key={fact.key} className={fact.is_met ? styles.met : styles.open}>
            <Icon name={fact.is_met ? "check" : "warning"} size={14} />
            <span>
              <span className="spoken">
                {fact.is_met ? t("cases.isMet") : t("cases.isMissing")}
              </span>
              {fact.words} {!fact.is_met && <Act fact={fact} />}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
