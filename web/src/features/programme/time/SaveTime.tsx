import { Button, Input, InputNumber } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { useRefresh } from "../cases/useCase";
import { Labelled } from "./ChoicesForm";
import styles from "./time.module.css";
import { days as written } from "./types";
import type { WhatIf } from "./useWhatIf";

interface SaveTimeProps {
  caseId: string;
  /** The calculation that the form started from. */
  number: number;
  whatIf: WhatIf;
}

/** Takes over what was tried out; more days are free, fewer need a manager's reason. */
export function SaveTime({ caseId, number, whatIf }: SaveTimeProps) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const [own, setOwn] = useState<number | null>(null);
  const [reason, setReason] = useState("");
  const [state, setState] = useState<{ busy?: boolean; error?: unknown; saved?: boolean }>({});
  const { result } = whatIf;
  if (!result) return null;
  const save = async () => {
    setState({ busy: true });
    try {
      await client.POST("/api/programme/cases/{case_id}/time", {
        params: { path: { case_id: caseId } },
        body: { number, choices: whatIf.choices, days: own, override_reason: reason },
      });
      await refresh();
      whatIf.reset();
      setOwn(null);
      setReason("");
      setState({ saved: true });
    } catch (error) {
      setState({ error });
    }
  };
  const isLess = own !== null && own < Number(result.days);
  return (
    <div className={styles.save}>
      <ErrorSummary error={state.error} />
      <Labelled label={t("time.own")}>
        <InputNumber
          aria-label={t("time.own")}
          min={0.5}
          max={999}
          step={0.5}
          placeholder={written(result.days)}
          value={own}
          onChange={(next) => setOwn(next)}
        />
      </Labelled>
      {isLess && (
        <Labelled label={t("time.whyLess")}>
          <Input.TextArea
            aria-label={t("time.whyLess")}
            rows={2}
            maxLength={4000}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Labelled>
      )}
      <Button
        loading={state.busy ?? false}
        disabled={Boolean(whatIf.error)}
        onClick={() => void save()}
      >
        {t("time.save", { days: written(own ?? result.days) })}
      </Button>
      {state.saved && <Notice tone="ok">{t("time.saved")}</Notice>}
    </div>
  );
}
