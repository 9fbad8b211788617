import { useParams } from "@tanstack/react-router";
import { Button, Progress } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan } from "@/api/me";
import { useRefresh } from "@/features/programme/cases/useCase";
import { Instant } from "@/ui/Instant";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card, Page, Waiting } from "@/ui/Page";
import { ReasonButton } from "@/ui/ReasonButton";
import { StatusTag } from "@/ui/StatusTag";
import { CampaignForm } from "./CampaignForm";
import styles from "./survey.module.css";
import { SurveyTable } from "./SurveyTable";
import { type Campaign, toneOf } from "./types";
import { useSurveyWords } from "./words";

const SOON = 1500;

/** One campaign: as a draft whom it will ask, then how far it has come. */
export function CampaignPage() {
  const { t } = useTranslation();
  const words = useSurveyWords();
  const may = useCan()("surveys", "C");
  const { campaign: id = "" } = useParams({ strict: false }) as { campaign?: string };
  const { data, error } = api.useQuery(
    "get",
    "/api/programme/surveys/campaigns/{campaign_id}",
    { params: { path: { campaign_id: id } } },
    { refetchInterval: ({ state }) => (state.data?.state === "sending" ? SOON : false) },
  );
  return (
    <Page
      title={data?.title ?? t("surveys.campaigns")}
      trail={[{ label: t("shell.nav.surveys"), to: "/surveys" }]}
      aside={data && <StatusTag tone={toneOf(data.state)}>{words.campaign(data.state)}</StatusTag>}
    >
      {error ? <ErrorSummary error={error} /> : null}
      {!data && !error && <Waiting />}
      {data && data.state === "draft" && may && <CampaignForm key={data.id} of={data} />}
      {data && data.state !== "draft" && (
        <>
          <Counts of={data} may={may} />
          <Card>
            <SurveyTable campaign={data.id} />
          </Card>
        </>
      )}
    </Page>
  );
}

function Counts({ of, may }: { of: Campaign; may: boolean }) {
  const { t } = useTranslation();
  const share = of.recipients ? Math.round((100 * of.answered) / of.recipients) : 0;
  return (
    <Card
      title={t("surveys.progress")}
      aside={
        of.sent_at && (
          <>
            {t("surveys.sentAt")} <Instant at={of.sent_at} />
          </>
        )
      }
    >
      {of.state === "sending" && (
        <Notice tone="blue">
          {t("surveys.sendingTo", { asked: of.asked, recipients: of.recipients })}
        </Notice>
      )}
      <ul className={styles.counts}>
        <Count words={t("surveys.recipients")} value={of.recipients} />
        <Count words={t("surveys.answeredCount")} value={of.answered} />
        <Count words={t("surveys.outstanding")} value={of.outstanding} />
        <Count words={t("surveys.closedCount")} value={of.closed} />
        {of.due_on && <Count words={t("surveys.due")} value={of.due_on} />}
      </ul>
      <Progress percent={share} aria-label={t("surveys.answeredCount")} />
      {may && of.state === "running" && <Deeds of={of} />}
    </Card>
  );
}

function Count({ words, value }: { words: string; value: number | string }) {
  return (
    <li>
      <small>{words}</small>
      <strong>{value}</strong>
    </li>
  );
}

/** Remind those who have not answered; end the campaign. */
function Deeds({ of }: { of: Campaign }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [reminded, setReminded] = useState(false);
  const params = { path: { campaign_id: of.id } };
  const run = (action: Promise<unknown>, done = () => undefined as void) => {
    setBusy(true);
    setError(null);
    action.then(done, setError).finally(() => void refresh().then(() => setBusy(false)));
  };
  return (
    <>
      <ErrorSummary error={error} />
      {reminded && <Notice tone="ok">{t("surveys.remindingAll")}</Notice>}
      <div className={styles.actions}>
        <Button
          disabled={of.outstanding === 0}
          loading={busy}
          onClick={() =>
            run(
              client.POST("/api/programme/surveys/campaigns/{campaign_id}/remind", { params }),
              () => setReminded(true),
            )
          }
        >
          {t("surveys.remindAll", { count: of.outstanding })}
        </Button>
        <ReasonButton
          danger
          label={t("surveys.closeCampaign")}
          question={t("surveys.whyCloseCampaign")}
          busy={busy}
          onReason={(reason) =>
            run(
              client.POST("/api/programme/surveys/campaigns/{campaign_id}/close", {
                params,
                body: { version: of.version, reason },
              }),
            )
          }
        />
      </div>
    </>
  );
}
