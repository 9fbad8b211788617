import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan, useMe } from "@/api/me";
import { EmptyState } from "@/ui/EmptyState";
import { Waiting } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { Actions } from "./Actions";
import { Reading } from "./Reading";
import styles from "./survey.module.css";
import { SurveyForm } from "./SurveyForm";
import { type Survey, toneOf } from "./types";
import { useSurveyWords } from "./words";

interface SurveyViewProps {
  of: Survey;
  refresh: () => Promise<unknown>;
}

/** A survey for whoever looks at it: the client fills it in, the body reads it. */
export function SurveyView({ of, refresh }: SurveyViewProps) {
  const { t } = useTranslation();
  const can = useCan();
  const { membership } = useMe();
  const isClients = membership.tenant.id === of.client_id;
  const [filling, setFilling] = useState(isClients);
  const { data: asked } = api.useQuery("get", "/api/programme/surveys/questionnaire");
  const mayFill = of.is_open && can("surveys", "U");
  return (
    <div className={styles.view}>
      <Head of={of} />
      <Actions of={of} refresh={refresh}>
        {mayFill && !isClients && (
          <Button onClick={() => setFilling(!filling)}>
            {filling ? t("surveys.read") : t("surveys.fillFor")}
          </Button>
        )}
      </Actions>
      {mayFill && filling ? (
        asked ? (
          <SurveyForm key={of.id} of={of} asked={asked} onSubmitted={refresh} />
        ) : (
          <Waiting />
        )
      ) : (
        <Answers of={of} />
      )}
    </div>
  );
}

function Head({ of }: { of: Survey }) {
  const { t } = useTranslation();
  const words = useSurveyWords();
  return (
    <p className={styles.head}>
      <StatusTag tone={toneOf(of.state)}>{words.state(of.state)}</StatusTag>
      {of.due_on && <small>{t("surveys.dueOn", { day: of.due_on })}</small>}
      {of.reminded_at && (
        <small>{t("surveys.remindedOn", { day: of.reminded_at.slice(0, 10) })}</small>
      )}
      <small>{t("surveys.edition", { edition: of.edition })}</small>
    </p>
  );
}

function Answers({ of }: { of: Survey }) {
  const { t } = useTranslation();
  const hasAny = of.answered_at || of.lines.some(({ value }) => value);
  if (hasAny) return <Reading of={of} />;
  return (
    <EmptyState icon="clock" title={t("surveys.waitsTitle")}>
      {t("surveys.waits")}
    </EmptyState>
  );
}
