import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan } from "@/api/me";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { ReasonButton } from "@/ui/ReasonButton";
import { AgreementVersion } from "./AgreementVersion";
import styles from "./feasibility.module.css";
import type { Feasibility } from "./types";
import { useAction } from "./useFeasibility";

interface AgreementProps {
  caseId: string;
  page: Feasibility;
  isClient: boolean;
  open: boolean;
}

/** The remote agreement in its versions, the newest first. */
export function AgreementCard({ caseId, page, isClient, open }: AgreementProps) {
  const { t } = useTranslation();
  const may = useCan()("surveys", "C") && open;
  const { run, busy, error } = useAction();
  const [newest] = page.agreements;
  const draft = (reason = "") =>
    void run(
      client.POST("/api/programme/cases/{case_id}/agreements", {
        params: { path: { case_id: caseId } },
        body: { reason },
      }),
    );
  const first = may && (
    <Button loading={busy} onClick={() => draft()}>
      {t("feasibility.draft")}
    </Button>
  );
  return (
    <Card title={t("feasibility.agreement")}>
      <ErrorSummary error={error} />
      {newest ? (
        <div className={styles.stack}>
          {page.agreements.map((each) => (
            <AgreementVersion key={each.id} of={each} isClient={isClient} open={open} />
          ))}
          {may && newest.state !== "draft" && (
            <div>
              <ReasonButton
                label={t("feasibility.newVersion")}
                question={t("feasibility.whyNewVersion")}
                busy={busy}
                onReason={draft}
              />
            </div>
          )}
        </div>
      ) : (
        <EmptyState icon="audit" title={t("feasibility.noAgreement")} action={first}>
          {t(isClient ? "feasibility.noAgreementClient" : "feasibility.noAgreementText")}
        </EmptyState>
      )}
    </Card>
  );
}
