import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { useCaseId } from "../cases/useCase";
import styles from "./risk.module.css";
import { type Matrix, type Need, STAKEHOLDERS } from "./types";
import { useAct } from "./useRisk";
import { useRiskWords } from "./words";

/** What the parties need from the audit: where the risks come from. */
export function Needs({ matrix, mayEdit }: { matrix: Matrix; mayEdit: boolean }) {
  const { t } = useTranslation();
  const { run, busy, error } = useAct();
  return (
    <Card title={t("risk.needs")} aside={t("risk.count", { count: matrix.needs.length })}>
      <ErrorSummary error={error} />
      {matrix.needs.length === 0 && <p className={styles.muted}>{t("risk.noNeeds")}</p>}
      <ul className={styles.list}>
        {matrix.needs.map((need) => (
          <NeedLine key={need.id} need={need} mayEdit={mayEdit} run={run} busy={busy} />
        ))}
      </ul>
      {mayEdit && <NewNeed run={run} busy={busy} />}
    </Card>
  );
}

type Act = Pick<ReturnType<typeof useAct>, "run" | "busy">;

function NeedLine({ need, mayEdit, run, busy }: Act & { need: Need; mayEdit: boolean }) {
  const { t } = useTranslation();
  const words = useRiskWords();
  const [text, setText] = useState<string | null>(null);
  const { id, stakeholder, version } = need;
  const params = { path: { need_id: id } };
  const save = () => {
    const changed = (text ?? "").trim();
    setText(null);
    if (!changed || changed === need.text) return;
    const body = { stakeholder, text: changed, version };
    run(client.PATCH("/api/programme/risk/needs/{need_id}", { params, body }));
  };
  return (
    <li>
      <StatusTag>{words.stakeholder(stakeholder)}</StatusTag>
      {text === null ? (
        <span className={styles.grow}>{need.text}</span>
      ) : (
        <Input
          className={styles.grow}
          autoFocus
          aria-label={t("risk.need")}
          value={text}
          maxLength={1000}
          onChange={({ target }) => setText(target.value)}
          onPressEnter={save}
          onBlur={save}
        />
      )}
      {mayEdit && text === null && (
        <>
          <Button size="small" onClick={() => setText(need.text)}>
            {t("risk.edit")}
          </Button>
          <Button
            size="small"
            disabled={busy}
            onClick={() =>
              run(
                client.POST("/api/programme/risk/needs/{need_id}/remove", {
                  params,
                  body: { version },
                }),
              )
            }
          >
            {t("risk.remove")}
          </Button>
        </>
      )}
    </li>
  );
}

function NewNeed({ run, busy }: Act) {
  const { t } = useTranslation();
  const words = useRiskWords();
  const params = { path: { case_id: useCaseId() } };
  const [stakeholder, setStakeholder] = useState<Need["stakeholder"]>("client");
  const [text, setText] = useState("");
  const add = () => {
    const body = { stakeholder, text: text.trim() };
    if (body.text) {
      run(client.POST("/api/programme/risk/cases/{case_id}/needs", { params, body }), () =>
        setText(""),
      );
    }
  };
  return (
    <div className={styles.row}>
      <Select
        aria-label={t("risk.whose")}
        value={stakeholder}
        options={STAKEHOLDERS.map((value) => ({ value, label: words.stakeholder(value) }))}
        onChange={setStakeholder}
        popupMatchSelectWidth={false}
      />
      <Input
        className={styles.grow}
        aria-label={t("risk.need")}
        placeholder={t("risk.needPlaceholder")}
        value={text}
        maxLength={1000}
        onChange={({ target }) => setText(target.value)}
        onPressEnter={add}
      />
      <Button loading={busy} disabled={!text.trim()} onClick={add}>
        {t("risk.addNeed")}
      </Button>
    </div>
  );
}
