import { useLocation } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan } from "@/api/me";
import { ErrorSummary } from "@/ui/Notice";
import styles from "./cases.module.css";
import type { Case } from "./types";
import { useRefresh } from "./useCase";

/** States whose next one is reached by saying so; the plan's own tab issues and accepts it. */
const NEXT: Record<string, "team_set"> = { planned: "team_set" };

/** The next step, or how many things it waits for; on a tab the tab's own button comes first. */
export function AdvanceButton({ of }: { of: Case }) {
  const { t } = useTranslation();
  const may = useCan()("programme", "U");
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { pathname } = useLocation();
  const to = NEXT[of.state];
  if (!to || !may) return null;
  const missing = of.facts.filter(({ gate, is_met }) => gate === to && !is_met).length;
  const isOverview = pathname.replace(/\/$/, "").endsWith(of.id);
  const go = () => {
    setBusy(true);
    setError(null);
    const params = { path: { case_id: of.id } };
    client
      .POST("/api/programme/cases/{case_id}/advance", { params, body: { to } })
      .catch(setError)
      .finally(() => void refresh().then(() => setBusy(false)));
  };
  return (
    <div className={styles.advance}>
      <Button
        type={isOverview ? "primary" : "default"}
        loading={busy}
        disabled={missing > 0}
        onClick={go}
      >
        {missing > 0 ? t("cases.advanceMissing", { missing }) : t(`cases.advance.${to}`)}
      </Button>
      <ErrorSummary error={error} />
    </div>
  );
}
