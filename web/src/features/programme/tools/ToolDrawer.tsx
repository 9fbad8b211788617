import { Button, Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan } from "@/api/me";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Facts, Waiting } from "@/ui/Page";
import { ReasonButton } from "@/ui/ReasonButton";
import { StatusTag } from "@/ui/StatusTag";
import { useRefresh } from "../cases/useCase";
import { AssessForm } from "./AssessForm";
import { EditToolDrawer } from "./EditToolDrawer";
import { Scorecard } from "./Scorecard";
import styles from "./tools.module.css";
import type { Tool } from "./types";
import { useToolWords } from "./words";

/** One tool: what it is, its scorecard, and how it was assessed before. */
export function ToolDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const params = { path: { tool_id: id } };
  const { data, error } = api.useQuery("get", "/api/programme/tools/{tool_id}", { params });
  const rules = api.useQuery("get", "/api/programme/tools/rules").data;
  return (
    <Drawer open size={560} title={data?.name ?? t("tools.one")} onClose={onClose}>
      <ErrorSummary error={error} />
      {(!data || !rules) && !error && <Waiting />}
      {data && rules && (
        <div className={styles.sections}>
          <About of={data} />
          <Assessed of={data} floor={rules.floor} />
          <Actions of={data} />
        </div>
      )}
    </Drawer>
  );
}

export function ToolTags({ of }: { of: Tool }) {
  const { t } = useTranslation();
  if (!of.is_active) return <StatusTag>{t("tools.closed")}</StatusTag>;
  if (!of.newest) return <StatusTag tone="warn">{t("tools.notAssessed")}</StatusTag>;
  if (!of.is_usable) return <StatusTag tone="bad">{t("tools.notUsable")}</StatusTag>;
  if (of.is_overdue) return <StatusTag tone="warn">{t("tools.overdue")}</StatusTag>;
  return <StatusTag tone="ok">{t("tools.usable")}</StatusTag>;
}

function About({ of }: { of: Tool }) {
  const { t } = useTranslation();
  const may = useCan()("programme", "C");
  const [editing, setEditing] = useState(false);
  const words = useToolWords();
  return (
    <section>
      <ToolTags of={of} />
      {of.incident && <Notice tone="warn">{t("tools.hadIncident", { what: of.incident })}</Notice>}
      <Facts
        items={[
          [t("tools.kindLabel"), words.kind(of.kind)],
          [t("tools.vendor"), of.vendor || t("ui.none")],
          [t("tools.whose"), of.client || t("tools.ours")],
          [t("tools.deploymentLabel"), words.deployment(of.deployment)],
          ...(of.note ? [[t("tools.note"), of.note] as const] : []),
        ]}
      />
      {may && <Button onClick={() => setEditing(true)}>{t("tools.edit")}</Button>}
      {editing && <EditToolDrawer of={of} onClose={() => setEditing(false)} />}
    </section>
  );
}

function Assessed({ of, floor }: { of: Tool; floor: number }) {
  const { t } = useTranslation();
  const words = useToolWords();
  const may = useCan()("programme", "U") && of.is_active;
  const [assessing, setAssessing] = useState(false);
  const [, ...earlier] = of.assessments;
  return (
    <section>
      <h2>{t("tools.scorecard")}</h2>
      <small className="muted">{t("tools.floorNote", { floor })}</small>
      {of.newest && !assessing && <Scorecard of={of.newest} floor={floor} />}
      {!of.newest && !assessing && <p>{t("tools.noScores")}</p>}
      {assessing && <AssessForm of={of} onDone={() => setAssessing(false)} />}
      {may && !assessing && (
        <Button type={of.newest ? "default" : "primary"} onClick={() => setAssessing(true)}>
          {t(of.newest ? "tools.assessAgain" : "tools.assess")}
        </Button>
      )}
      {earlier.length > 0 && (
        <>
          <h2>{t("tools.history")}</h2>
          <ul className={styles.history}>
            {earlier.map((each) => (
              <li key={each.id}>
                <strong>{each.total.toFixed(2)}</strong> {each.assessed_on} ·{" "}
                {words.cause(each.cause)}
                {each.assessor && ` · ${each.assessor}`}
                <br />
                <small className="muted">
                  {each.scores.map((s) => `${words.aspect(s.aspect)} ${s.score}`).join(" · ")}
                </small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Actions({ of }: { of: Tool }) {
  const { t } = useTranslation();
  const can = useCan();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const params = { path: { tool_id: of.id } };
  const run = (action: Promise<unknown>) => {
    setBusy(true);
    setError(null);
    action.catch(setError).finally(() => void refresh().then(() => setBusy(false)));
  };
  const use = (is_active: boolean) =>
    run(
      client.PATCH("/api/programme/tools/{tool_id}", {
        params,
        body: { version: of.version, is_active },
      }),
    );
  const tell = (reason: string) =>
    run(client.POST("/api/programme/tools/{tool_id}/incident", { params, body: { reason } }));
  return (
    <section className={styles.buttons}>
      <ErrorSummary error={error} />
      {can("programme", "U") && of.is_active && (
        <ReasonButton
          key={of.version}
          label={t("tools.incident")}
          question={t("tools.whatIncident")}
          busy={busy}
          onReason={tell}
        />
      )}
      {can("programme", "C") && (
        <Button loading={busy} onClick={() => use(!of.is_active)}>
          {t(of.is_active ? "tools.close" : "tools.reopen")}
        </Button>
      )}
    </section>
  );
}
