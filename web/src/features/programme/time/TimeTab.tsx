import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan } from "@/api/me";
import { EmptyState } from "@/ui/EmptyState";
import { Icon } from "@/ui/icons";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card, Waiting } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { useCase, useRefresh } from "../cases/useCase";
import { ChoicesForm } from "./ChoicesForm";
import { LinesTable } from "./LinesTable";
import { Replay } from "./Replay";
import { SampleCard } from "./SampleCard";
import { SaveTime } from "./SaveTime";
import styles from "./time.module.css";
import { days, type TimePage } from "./types";
import { ofCase, useWhatIf } from "./useWhatIf";

/** How long the audit takes and why; whoever plans it tries out what would change it. */
export function TimeTab() {
  const { id, is_closed } = useCase();
  const may = useCan()("plan", "U") && !is_closed;
  const params = { path: { case_id: id } };
  const { data, error } = api.useQuery("get", "/api/programme/cases/{case_id}/time", { params });
  if (!data) return error ? <ErrorSummary error={error} /> : <Waiting />;
  return may ? <Planned caseId={id} page={data} /> : <Read caseId={id} page={data} />;
}

function Read({ caseId, page }: { caseId: string; page: TimePage }) {
  const { t } = useTranslation();
  return (
    <div className={styles.column}>
      <Card
        title={t("time.title")}
        tags={<Tags page={page} />}
        aside={<Aside {...{ caseId, page }} />}
      >
        {page.last ? (
          <LinesTable result={page.last.result} />
        ) : (
          <EmptyState icon="clock" title={t("time.emptyTitle")}>
            {t("time.emptyRead")}
          </EmptyState>
        )}
      </Card>
      {page.proposed.sites.length > 1 && <SampleCard caseId={caseId} mayDraw={false} />}
    </div>
  );
}

function Planned({ caseId, page }: { caseId: string; page: TimePage }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const whatIf = useWhatIf(ofCase, caseId, page.proposed);
  const base = page.last?.result;
  const shown = whatIf.result ?? base;
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        <Card
          title={t("time.title")}
          tags={<Tags page={page} />}
          aside={<Aside {...{ caseId, page }} />}
        >
          {page.is_outdated && <Notice tone="warn">{t("time.outdated")}</Notice>}
          {shown?.warnings.map((warning) => (
            <Notice key={warning} tone="warn">
              {warning}
            </Notice>
          ))}
          {shown ? <LinesTable result={shown} base={base} /> : <Waiting />}
          <Uncounted page={page} />
        </Card>
        {page.proposed.sites.length > 1 && <SampleCard caseId={caseId} mayDraw whatIf={whatIf} />}
      </div>
      <Card title={t("time.whatIf")} aside={t("time.nothingSaved")}>
        <ChoicesForm whatIf={whatIf} proposed={page.proposed} options={page.options} />
        <SaveTime
          whatIf={whatIf}
          number={page.last?.number ?? 0}
          proposed={page.proposed}
          options={page.options}
          save={async (body) => {
            const params = { path: { case_id: caseId } };
            const path = "/api/programme/cases/{case_id}/time";
            const { data } = await client.POST(path, { params, body });
            await refresh();
            return data?.number;
          }}
          why={{ isNeeded: (own, calculated) => own < calculated, label: t("time.whyLess") }}
        />
      </Card>
    </div>
  );
}

function Tags({ page }: { page: TimePage }) {
  const { t } = useTranslation();
  if (!page.last) return <StatusTag tone="warn">{t("time.unsaved")}</StatusTag>;
  const needed = page.last.required_days;
  const isEnough = page.assigned >= needed;
  const words = { assigned: days(page.assigned), required: days(needed) };
  return (
    <StatusTag tone={isEnough ? "ok" : "warn"}>
      {t(isEnough ? "time.enough" : "time.short", words)}
    </StatusTag>
  );
}

function Aside({ caseId, page }: { caseId: string; page: TimePage }) {
  const { t } = useTranslation();
  if (!page.last) return null;
  return (
    <span className={styles.aside}>
      <Replay caseId={caseId} />
      <a href={`/api/programme/cases/${caseId}/time/workbook`} download>
        <Icon name="download" /> {t("ui.export")}
      </a>
    </span>
  );
}

function Uncounted({ page }: { page: TimePage }) {
  const { t } = useTranslation();
  if (page.uncounted.length === 0) return null;
  const names = page.uncounted.map((each) => `${each.name} ${days(each.days)}`).join(" · ");
  return <p className="muted">{t("time.uncounted", { names })}</p>;
}
