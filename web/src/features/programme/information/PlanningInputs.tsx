import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan } from "@/api/me";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { useCaseId } from "../cases/useCase";
import styles from "../risk/risk.module.css";
import { useAct } from "../risk/useRisk";
import type { Inputs } from "./types";

/** Six questions about the client, each answered with a word and its reason. */
export function PlanningInputs({ may }: { may: boolean }) {
  const mayRead = useCan()("risk", "R");
  const params = { path: { case_id: useCaseId() } };
  const { data } = api.useQuery(
    "get",
    "/api/programme/cases/{case_id}/inputs",
    { params },
    { enabled: mayRead },
  );
  if (!data) return null;
  return <Form key={data.version} known={data} may={may} />;
}

type Answers = Record<string, { grade: string; reason: string }>;

function Form({ known, may }: { known: Inputs; may: boolean }) {
  const { t } = useTranslation();
  const { run, busy, error } = useAct();
  const [answers, setAnswers] = useState<Answers>(() =>
    Object.fromEntries(known.inputs.map(({ code, grade, reason }) => [code, { grade, reason }])),
  );
  const [saved, setSaved] = useState(false);
  const params = { path: { case_id: useCaseId() } };
  const change = (code: string, part: Partial<Answers[string]>) => {
    setSaved(false);
    setAnswers((all) => ({ ...all, [code]: { grade: "", reason: "", ...all[code], ...part } }));
  };
  const save = () => {
    const given = Object.entries(answers).filter(([, { grade, reason }]) => grade || reason);
    const body = { version: known.version, answers: Object.fromEntries(given) };
    run(client.PUT("/api/programme/cases/{case_id}/inputs", { params, body }), () =>
      setSaved(true),
    );
  };
  const labels = Object.fromEntries(known.inputs.map(({ code, title }) => [code, title]));
  return (
    <Card title={t("information.inputs")} aside={t("information.inputsFor")}>
      <ErrorSummary error={error} labels={labels} />
      <div className={styles.stack}>
        {known.inputs.map(({ code, title, grades }) => (
          <div key={code} className={styles.input}>
            <span>{title}</span>
            <Select
              aria-label={title}
              disabled={!may}
              allowClear
              placeholder={t("information.notAnswered")}
              value={answers[code]?.grade || undefined}
              options={grades.map(({ grade, means }) => ({ value: grade, label: means }))}
              onChange={(grade?: string) => change(code, { grade: grade ?? "" })}
            />
            <Input
              aria-label={t("information.reasonFor", { title })}
              disabled={!may}
              placeholder={t("information.reason")}
              value={answers[code]?.reason}
              maxLength={1000}
              onChange={({ target }) => change(code, { reason: target.value })}
            />
          </div>
        ))}
        {may && (
          <div className={styles.row}>
            <Button loading={busy} onClick={save}>
              {t("information.saveInputs")}
            </Button>
            {saved && <Notice tone="ok">{t("cases.saved")}</Notice>}
          </div>
        )}
      </div>
    </Card>
  );
}
