import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan, useIsClient } from "@/api/me";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorSummary } from "@/ui/Notice";
import { Card, Waiting } from "@/ui/Page";
import { useCase } from "../cases/useCase";
import styles from "../risk/risk.module.css";
import { useAct } from "../risk/useRisk";
import { Facts } from "./Facts";
import { Items } from "./Items";
import { Notes } from "./Notes";
import { PlanningInputs } from "./PlanningInputs";
import { Review } from "./Review";

/** What is collected before the audit, and what follows from it. */
export function InformationTab() {
  const of = useCase();
  const can = useCan();
  const isClient = useIsClient();
  const params = { path: { case_id: of.id } };
  const { data, error } = api.useQuery("get", "/api/programme/cases/{case_id}/information", {
    params,
  });
  if (error) return <ErrorSummary error={error} />;
  if (!data) return <Waiting />;
  const may = can("programme", "U") && !of.is_closed;
  if (isClient) return <Items information={data} mayManage={false} />;
  if (!data.is_laid_out) {
    return (
      <div className={styles.tab}>
        <LayOut may={may} />
        <PlanningInputs may={may} />
      </div>
    );
  }
  return (
    <div className={styles.tab}>
      {data.review && <Review review={data.review} items={data.items} may={may} />}
      <Items information={data} mayManage={may} />
      <Facts facts={data.facts} earlier={data.earlier} may={may} />
      <Notes information={data} may={may} />
      <PlanningInputs may={may} />
    </div>
  );
}

function LayOut({ may }: { may: boolean }) {
  const { t } = useTranslation();
  const { run, busy, error } = useAct();
  const params = { path: { case_id: useCase().id } };
  const lay = () => run(client.POST("/api/programme/cases/{case_id}/information", { params }));
  return (
    <Card>
      <ErrorSummary error={error} />
      <EmptyState
        icon="search"
        title={t("information.emptyTitle")}
        action={
          may && (
            <Button type="primary" loading={busy} onClick={lay}>
              {t("information.layOut")}
            </Button>
          )
        }
      >
        {t("information.empty")}
      </EmptyState>
    </Card>
  );
}
