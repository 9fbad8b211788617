import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan } from "@/api/me";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { useCase } from "../cases/useCase";
import styles from "./plan.module.css";
import type { Board } from "./types";
import { useAction } from "./usePlan";

/** No plan yet: begin with an empty one or with the last audit's. */
export function Begin({ board }: { board: Board }) {
  const { t } = useTranslation();
  const may = useCan()("plan", "C");
  const { id, is_closed } = useCase();
  const { run, busy, error } = useAction();
  const begin = (source: "empty" | "last") =>
    void run(() =>
      client.POST("/api/programme/cases/{case_id}/plan", {
        params: { path: { case_id: id } },
        body: { source, reason: "" },
      }),
    );
  return (
    <Card>
      <EmptyState
        icon="audit"
        title={t("plan.emptyTitle")}
        action={
          may &&
          !is_closed && (
            <div className={styles.row}>
              {board.can_copy_last && (
                <Button loading={busy} onClick={() => begin("last")}>
                  {t("plan.copyLast")}
                </Button>
              )}
              <Button loading={busy} onClick={() => begin("empty")}>
                {t("plan.begin")}
              </Button>
            </div>
          )
        }
      >
        {may ? t("plan.empty") : t("plan.emptyForReaders")}
      </EmptyState>
      <ErrorSummary error={error} />
    </Card>
  );
}
