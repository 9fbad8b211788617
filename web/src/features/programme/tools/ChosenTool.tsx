import { Button, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan } from "@/api/me";
import { ErrorSummary } from "@/ui/Notice";
import { Card, Waiting } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { useRefresh } from "../cases/useCase";
import styles from "./tools.module.css";
import type { CaseTools, Option } from "./types";
import { useToolWords } from "./words";

/** Which tools an audit uses, what is advised for each purpose, and why. */
export function ChosenTool({ caseId, closed }: { caseId: string; closed: boolean }) {
  const { t } = useTranslation();
  const words = useToolWords();
  const params = { path: { case_id: caseId } };
  const { data, error } = api.useQuery("get", "/api/programme/cases/{case_id}/tools", { params });
  if (!data) return <Card>{error ? <ErrorSummary error={error} /> : <Waiting />}</Card>;
  return (
    <>
      {data.advice.length === 0 && (
        <Card title={t("tools.chosenTitle")}>
          <p className="muted">{t("tools.nothingToChoose")}</p>
        </Card>
      )}
      {data.advice.map(({ kind, options }) => (
        <Card
          key={kind}
          title={words.kind(kind)}
          aside={t("tools.floorNote", { floor: data.floor })}
        >
          <Purpose caseId={caseId} closed={closed} kind={kind} options={options} of={data} />
        </Card>
      ))}
    </>
  );
}

interface PurposeProps {
  caseId: string;
  closed: boolean;
  kind: string;
  options: Option[];
  of: CaseTools;
}

function Purpose({ caseId, closed, kind, options, of }: PurposeProps) {
  const { t } = useTranslation();
  const may = useCan()("programme", "U") && !closed;
  const chosen = of.chosen.find((one) => one.kind === kind);
  return (
    <>
      {chosen ? (
        <p>
          {t("tools.inUse")} <strong>{chosen.name}</strong>{" "}
          {chosen.is_overdue && <StatusTag tone="warn">{t("tools.overdue")}</StatusTag>}
          {chosen.reason && <small className="muted"> {chosen.reason}</small>}
        </p>
      ) : (
        <p className="muted">{t("tools.notChosen")}</p>
      )}
      <ul className={styles.options}>
        {options.map((option) => (
          <Choice
            key={option.tool_id}
            caseId={caseId}
            option={option}
            isChosen={option.tool_id === chosen?.tool_id}
            may={may}
          />
        ))}
      </ul>
    </>
  );
}

interface ChoiceProps {
  caseId: string;
  option: Option;
  isChosen: boolean;
  may: boolean;
}

function Choice({ caseId, option, isChosen, may }: ChoiceProps) {
  const { t } = useTranslation();
  const { choose, asking, setAsking, reason, setReason, busy, error } = useChoice(caseId, option);
  return (
    <li className={option.is_first ? `${styles.option} ${styles.first}` : styles.option}>
      <span>
        <strong>{option.name}</strong>{" "}
        {option.is_clients && <StatusTag tone="violet">{t("tools.clientsOwn")}</StatusTag>}{" "}
        {option.is_first && <StatusTag tone="blue">{t("tools.advised")}</StatusTag>}{" "}
        {isChosen && <StatusTag tone="ok">{t("tools.chosen")}</StatusTag>}{" "}
        {option.is_overdue && <StatusTag tone="warn">{t("tools.overdue")}</StatusTag>}
      </span>
      {may && option.is_usable && !isChosen && !asking && (
        <Button loading={busy} onClick={() => (option.is_first ? choose() : setAsking(true))}>
          {t("tools.choose")}
        </Button>
      )}
      <p>{option.words}</p>
      {asking && (
        <div className={styles.buttons}>
          <Input
            autoFocus
            value={reason}
            maxLength={500}
            placeholder={t("tools.whyAnother")}
            aria-label={t("tools.whyAnother")}
            onChange={(event) => setReason(event.target.value)}
          />
          <Button loading={busy} disabled={!reason.trim()} onClick={choose}>
            {t("tools.choose")}
          </Button>
          <Button onClick={() => setAsking(false)}>{t("ui.cancel")}</Button>
        </div>
      )}
      <ErrorSummary error={error} />
    </li>
  );
}

function useChoice(caseId: string, option: Option) {
  const refresh = useRefresh();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState("");
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const choose = () => {
    setBusy(true);
    setError(null);
    client
      .POST("/api/programme/cases/{case_id}/tools", {
        params: { path: { case_id: caseId } },
        body: { tool_id: option.tool_id, reason },
      })
      .then(() => setAsking(false), setError)
      .finally(() => void refresh().then(() => setBusy(false)));
  };
  return { choose, asking, setAsking, reason, setReason, busy, error };
}
