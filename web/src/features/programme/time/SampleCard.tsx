import { Button, Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { useRefresh } from "../cases/useCase";
import styles from "./time.module.css";
import type { Sample } from "./types";
import type { WhatIf } from "./useWhatIf";

interface SampleCardProps {
  caseId: string;
  mayDraw: boolean;
  whatIf?: WhatIf | undefined;
}

/** Which sites are visited: a random part drawn by a seed that anybody can check. */
export function SampleCard({ caseId, mayDraw, whatIf }: SampleCardProps) {
  const { t } = useTranslation();
  const params = { path: { case_id: caseId } };
  const { data } = api.useQuery("get", "/api/programme/cases/{case_id}/site-sample", { params });
  const refresh = useRefresh();
  const [isFit, setFit] = useState(true);
  const [error, setError] = useState<unknown>(null);
  const draw = async () => {
    setError(null);
    try {
      const body = { wanted: [], is_sampling_fit: isFit };
      await client.POST("/api/programme/cases/{case_id}/site-sample", { params, body });
      await refresh();
    } catch (refusal) {
      setError(refusal);
    }
  };
  return (
    <Card title={t("time.sample")} aside={data ? t("time.seed", { seed: data.seed }) : undefined}>
      <ErrorSummary error={error} />
      {data ? <Drawn sample={data} /> : <p className="muted">{t("time.noSample")}</p>}
      <div className={styles.buttons}>
        {mayDraw && (
          <>
            <Checkbox checked={!isFit} onChange={({ target }) => setFit(!target.checked)}>
              {t("time.unfit")}
            </Checkbox>
            <Button onClick={() => void draw()}>{t(data ? "time.drawAgain" : "time.draw")}</Button>
          </>
        )}
        {data && whatIf && (
          <Button type="link" onClick={() => applied(data, whatIf)}>
            {t("time.useSample")}
          </Button>
        )}
      </div>
    </Card>
  );
}

function Drawn({ sample }: { sample: Sample }) {
  const { t } = useTranslation();
  const why = { central: "violet", drawn: "blue", chosen: "ok" } as const;
  return (
    <ul className={styles.sites}>
      {sample.sites.map(({ id, name, people, why: reason }) => (
        <li key={id} className={styles.siteHead}>
          <strong>{name}</strong>
          <small>{t("time.people", { count: people })}</small>
          {reason in why ? (
            <StatusTag tone={why[reason as keyof typeof why]}>
              {t(`time.why.${reason as keyof typeof why}`)}
            </StatusTag>
          ) : (
            <small>{t("time.notVisited")}</small>
          )}
        </li>
      ))}
    </ul>
  );
}

/** Count only the people of the sites that are visited. */
function applied(sample: Sample, whatIf: WhatIf): void {
  const visited = new Set(sample.sites.filter(({ why }) => why).map(({ id }) => id));
  whatIf.change({
    is_sampled: true,
    sites: (whatIf.choices.sites ?? []).map((site) => ({ ...site, visited: visited.has(site.id) })),
  });
}
