import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCaseId } from "@/lib/caseId";
import { Instant } from "@/ui/Instant";
import { ErrorSummary } from "@/ui/Notice";
import styles from "./external.module.css";
import { type Clock, intoSession } from "./types";

/** When that was by the platform's clock, told while it is written. */
export function OnTheClock({ clock }: { clock: Partial<Clock> | undefined }) {
  const { t } = useTranslation();
  const { zone, local_start, offset_seconds, plan_item_id } = clock ?? {};
  const isTold = Boolean(zone && local_start);
  const { data, error } = api.useQuery(
    "get",
    "/api/evidence/cases/{case_id}/external/clock",
    {
      params: {
        path: { case_id: useCaseId() },
        query: {
          zone: zone ?? "",
          local_start: (local_start ?? "").slice(0, 16),
          offset_seconds: offset_seconds ?? 0,
          ...(plan_item_id && { plan_item_id }),
        },
      },
    },
    { enabled: isTold, retry: false },
  );
  if (!isTold) return null;
  if (error) return <ErrorSummary error={error} />;
  return (
    <p className={styles.clock} role="status">
      {t("external.onOurClock")} {data && <Instant at={data.starts_at} seconds />}
      {typeof data?.session_seconds === "number" &&
        ` · ${t("external.intoSession", { at: intoSession(data.session_seconds) })}`}
    </p>
  );
}
