import { useTranslation } from "react-i18next";

import { useCan, useIsClient } from "@/api/me";
import { ErrorSummary } from "@/ui/Notice";
import { Card, Waiting } from "@/ui/Page";
import { useCase } from "../cases/useCase";
import { AgreementCard } from "./AgreementCard";
import { Conditions } from "./Conditions";
import { ContingencyCard } from "./ContingencyCard";
import { Coordinator } from "./Coordinator";
import { Decision } from "./Decision";
import styles from "./feasibility.module.css";
import { Suitability } from "./Suitability";
import { useFeasibility } from "./useFeasibility";

/** May this audit be remote: what speaks for and against, the decision, and what was agreed. */
export function FeasibilityTab() {
  const { t } = useTranslation();
  const of = useCase();
  const can = useCan();
  const isClient = useIsClient();
  const { data, error } = useFeasibility(of.id);
  if (!data) return error ? <ErrorSummary error={error} /> : <Waiting />;
  const open = !of.is_closed;
  const agreement = <AgreementCard caseId={of.id} page={data} isClient={isClient} open={open} />;
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        {isClient && agreement}
        <Decision of={of} page={data} may={open && can("programme", "A")} />
        {!isClient && (
          <Card title={t("feasibility.conditions")} aside={data.conditions_edition}>
            <Conditions caseId={of.id} page={data} may={open && can("programme", "U")} />
          </Card>
        )}
        {!isClient && agreement}
      </div>
      <div className={styles.column}>
        <Suitability of={of} page={data} may={open && can("programme", "U")} />
        <Coordinator of={of} page={data} may={open && can("surveys", "C")} />
        <ContingencyCard
          caseId={of.id}
          page={data}
          isClient={isClient}
          may={open && can("surveys", "U")}
        />
      </div>
    </div>
  );
}
