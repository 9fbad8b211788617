import { Button } from "antd";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan } from "@/api/me";
import { ErrorSummary } from "@/ui/Notice";
import { ReasonButton } from "@/ui/ReasonButton";
import styles from "./survey.module.css";
import type { Survey } from "./types";

interface ActionsProps {
  of: Survey;
  refresh: () => Promise<unknown>;
  children: ReactNode;
}

/** What the manager may do with a survey: send, remind, send back, close. */
export function Actions({ of, refresh, children }: ActionsProps) {
  const { t } = useTranslation();
  const may = useCan()("surveys", "C");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const params = { path: { survey_id: of.id } };
  const { version } = of;
  const run = (action: Promise<unknown>) => {
    setBusy(true);
    setError(null);
    action.catch(setError).finally(() => void refresh().then(() => setBusy(false)));
  };
  const isAnswered = of.state === "answered" || of.state === "assessed";
  return (
    <>
      <ErrorSummary error={error} />
      <div className={styles.actions}>
        {children}
        {may && of.state === "draft" && (
          <Button
            loading={busy}
            onClick={() =>
              run(
                client.POST("/api/programme/surveys/{survey_id}/send", {
                  params,
                  body: { version },
                }),
              )
            }
          >
            {t("surveys.send")}
          </Button>
        )}
        {may && of.state === "sent" && (
          <Button
            loading={busy}
            onClick={() =>
              run(client.POST("/api/programme/surveys/{survey_id}/remind", { params }))
            }
          >
            {t("surveys.remind")}
          </Button>
        )}
        {may && isAnswered && (
          <ReasonButton
            label={t("surveys.return")}
            question={t("surveys.whyReturn")}
            busy={busy}
            onReason={(reason) =>
              run(
                client.POST("/api/programme/surveys/{survey_id}/return", {
                  params,
                  body: { version, reason },
                }),
              )
            }
          />
        )}
        {may && of.state !== "closed" && (
          <ReasonButton
            danger
            label={t("surveys.close")}
            question={t("surveys.whyClose")}
            busy={busy}
            onReason={(reason) =>
              run(
                client.POST("/api/programme/surveys/{survey_id}/close", {
                  params,
                  body: { version, reason },
                }),
              )
            }
          />
        )}
      </div>
    </>
  );
}
