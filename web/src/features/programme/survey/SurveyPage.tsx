import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useRefresh } from "@/features/programme/cases/useCase";
import { ErrorSummary } from "@/ui/Notice";
import { Page, Waiting } from "@/ui/Page";
import { SurveyView } from "./SurveyView";

/** A survey that a campaign has sent; one of an audit is a tab of that audit. */
export function SurveyPage() {
  const { t } = useTranslation();
  const { survey: id = "" } = useParams({ strict: false }) as { survey?: string };
  const refresh = useRefresh();
  const { data, error, isFetchedAfterMount } = api.useQuery(
    "get",
    "/api/programme/surveys/{survey_id}",
    { params: { path: { survey_id: id } } },
    { refetchOnMount: "always" },
  );
  const trail = [
    { label: t("shell.nav.surveys"), to: "/surveys" },
    ...(data?.campaign_id
      ? [{ label: data.campaign, to: `/surveys/campaigns/${data.campaign_id}` }]
      : []),
  ];
  return (
    <Page title={t("surveys.one")} aside={data?.client} trail={trail}>
      {error ? <ErrorSummary error={error} /> : null}
      {data && isFetchedAfterMount ? <SurveyView of={data} refresh={refresh} /> : <Waiting />}
    </Page>
  );
}
