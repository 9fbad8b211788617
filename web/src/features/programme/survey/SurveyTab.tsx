import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan } from "@/api/me";
import { useCase, useRefresh } from "@/features/programme/cases/useCase";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Waiting } from "@/ui/Page";
import { Reading } from "./Reading";
import { SendDrawer } from "./SendDrawer";
import { SurveyView } from "./SurveyView";

/** The feasibility survey of one audit. */
export function SurveyTab() {
  const { t } = useTranslation();
  const of = useCase();
  const refresh = useRefresh();
  const mayAsk = useCan()("surveys", "C") && !of.is_closed;
  const [asking, setAsking] = useState(false);
  const { data, error, isFetchedAfterMount } = api.useQuery(
    "get",
    "/api/programme/cases/{case_id}/survey",
    { params: { path: { case_id: of.id } } },
    { refetchOnMount: "always" },
  );
  if (error) return <ErrorSummary error={error} />;
  if (!data || !isFetchedAfterMount) return <Waiting />;
  const ask = mayAsk && (
    <Button type="primary" onClick={() => setAsking(true)}>
      {t("surveys.ask")}
    </Button>
  );
  return (
    <>
      {data.survey && <SurveyView key={data.survey.id} of={data.survey} refresh={refresh} />}
      {!data.survey && !data.standing && (
        <EmptyState icon="edit" title={t("surveys.noneTitle")} action={ask}>
          {mayAsk ? t("surveys.none") : t("surveys.noneYet")}
        </EmptyState>
      )}
      {data.standing && (
        <>
          <Notice tone="blue" action={!data.survey && ask}>
            {t("surveys.standing", { campaign: data.standing.campaign })}
          </Notice>
          <Reading of={data.standing} />
        </>
      )}
      {asking && <SendDrawer caseId={of.id} onClose={() => setAsking(false)} />}
    </>
  );
}
