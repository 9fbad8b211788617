import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan } from "@/api/me";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { useCase } from "../cases/useCase";
import { Definitions } from "./Definitions";
import styles from "./risk.module.css";
import type { Scale } from "./types";
import { useAct } from "./useRisk";

/** No matrix yet: start empty, or from the programme's template or an earlier audit. */
export function Start({ scale }: { scale: Scale }) {
  const { t } = useTranslation();
  const of = useCase();
  const may = useCan()("risk", "C") && !of.is_closed;
  const { run, busy, error } = useAct();
  const [source, setSource] = useState<string | undefined>();
  const params = { path: { case_id: of.id } };
  const { data } = api.useQuery("get", "/api/programme/cases/{case_id}/risk/sources", { params });
  const start = () =>
    run(
      client.POST("/api/programme/cases/{case_id}/risk", {
        params,
        body: { copy_from: source ?? null },
      }),
    );
  const sources = (data ?? []).map(({ id, case: number, is_template }) => ({
    value: id,
    label: is_template ? t("risk.templateOf", { number }) : t("risk.earlierOf", { number }),
  }));
  const action = may && (
    <div className={styles.row}>
      {sources.length > 0 && (
        <Select
          allowClear
          aria-label={t("risk.copyFrom")}
          placeholder={t("risk.copyFrom")}
          options={sources}
          value={source}
          onChange={setSource}
          popupMatchSelectWidth={false}
        />
      )}
      <Button type="primary" loading={busy} onClick={start}>
        {source ? t("risk.startCopy") : t("risk.start")}
      </Button>
    </div>
  );
  return (
    <div className={styles.tab}>
      <Card>
        <ErrorSummary error={error} />
        <EmptyState icon="shield" title={t("risk.emptyTitle")} action={action}>
          {may ? t("risk.empty") : t("risk.emptyForOthers")}
        </EmptyState>
      </Card>
      <Card title={t("risk.definitions")}>
        <Definitions scale={scale} />
      </Card>
    </div>
  );
}
