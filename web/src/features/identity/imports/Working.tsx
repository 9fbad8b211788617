import { Progress } from "antd";
import { useTranslation } from "react-i18next";

import { Notice } from "@/ui/Notice";
import { Card, Page } from "@/ui/Page";
import { Steps } from "./Steps";
import type { Import } from "./types";
import { useKind } from "./useKinds";

const WORKING = ["confirming", "reverting", "undoing"] as const;
type Work = (typeof WORKING)[number];

/** Whether jobs are at it: its page asks again until they are through. */
export const isWorking = ({ state }: Import): boolean =>
  (WORKING as readonly string[]).includes(state);

/** Many rows on their way in or out; the page may be left, the work goes on. */
export function Working({ batch }: { batch: Import }) {
  const { t } = useTranslation();
  const kind = useKind(batch.kind);
  const { done, total } = batch;
  return (
    <Page title={t("imports.review", { kind: kind?.title ?? "" })} aside={batch.file_name}>
      <Steps at={2} />
      <Notice tone={batch.state === "reverting" ? "warn" : "blue"}>
        {t(`imports.working.${batch.state as Work}`, { done, total })}
        {batch.failure && <p>{batch.failure}</p>}
      </Notice>
      <Card>
        <Progress
          aria-label={t("imports.steps")}
          percent={Math.round((100 * done) / Math.max(total, 1))}
        />
        <p className="muted">{t("imports.working.note")}</p>
      </Card>
    </Page>
  );
}
