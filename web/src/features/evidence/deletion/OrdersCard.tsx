import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan } from "@/api/me";
import { useRefreshBelow } from "@/api/refresh";
import { useCaseId } from "@/lib/caseId";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { ReasonButton } from "@/ui/ReasonButton";
import { StatusTag } from "@/ui/StatusTag";
import { useRun } from "@/ui/useRun";
import styles from "./deletion.module.css";
import { OrderActs } from "./OrderActs";
import { Inventory, Steps } from "./OrderFacts";
import { type Deletion, GIVEN_UP, TONES } from "./types";

/** The deletion of an audit's evidence: where it stands, what it takes, and the next word. */
export function OrdersCard({ page }: { page: Deletion }) {
  const { t } = useTranslation();
  const case_id = useCaseId();
  const { run, busy, error } = useRun(useRefreshBelow("/api/evidence"));
  const mayOrder =
    useCan()("deletion", "C") &&
    page.due_on !== null &&
    page.items.length > 0 &&
    page.orders.every(({ state }) => GIVEN_UP.includes(state));
  const order = (reason: string) =>
    void run(
      client.POST("/api/evidence/cases/{case_id}/deletion-orders", {
        params: { path: { case_id } },
        body: { reason },
      }),
    );
  const ask = mayOrder && (
    <ReasonButton
      danger
      label={t("deletion.order")}
      question={t("deletion.whyOrder")}
      busy={busy}
      onReason={order}
    />
  );
  return (
    <Card
      title={t("deletion.title")}
      aside={page.due_on ? t("deletion.dueOn", { day: page.due_on }) : t("deletion.notOver")}
    >
      <div className={styles.stack}>
        <ErrorSummary error={error} />
        {page.orders.length === 0 && (
          <EmptyState icon="shield" title={t("deletion.emptyTitle")} action={ask}>
            {t("deletion.empty")}
          </EmptyState>
        )}
        {page.orders.map((each) => (
          <article key={each.id} className={styles.order} aria-label={each.reason}>
            <header className={styles.acts}>
              <StatusTag tone={TONES[each.state]}>{t(`deletion.state.${each.state}`)}</StatusTag>
              <span>{each.reason}</span>
            </header>
            <Steps of={each} />
            <Inventory of={each} />
            <OrderActs of={each} />
          </article>
        ))}
        {page.orders.length > 0 && ask}
      </div>
    </Card>
  );
}
