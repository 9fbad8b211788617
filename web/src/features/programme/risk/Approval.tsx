import { Button, Input, Radio } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { ReasonButton } from "@/ui/ReasonButton";
import { useCase } from "../cases/useCase";
import styles from "./risk.module.css";
import type { Matrix, Scale } from "./types";
import { useAct } from "./useRisk";

type Way = "hybrid" | "on_site" | "exception";

/** Approve or send back; where too much is left, first say what follows from it. */
export function Approval({ matrix, scale }: { matrix: Matrix; scale: Scale }) {
  const { t } = useTranslation();
  const of = useCase();
  const { run, busy, error } = useAct();
  const [way, setWay] = useState<Way>("hybrid");
  const [exception, setException] = useState("");
  const { version, too_high } = matrix;
  const params = { path: { case_id: of.id } };
  const isTooMuch = of.mode === "remote" && too_high.length > 0;
  if (matrix.is_own) return <Notice tone="blue">{t("risk.ownMatrix")}</Notice>;
  const chosen = way === "exception" ? { exception } : { mode: way };
  const approve = () =>
    run(
      client.POST("/api/programme/cases/{case_id}/risk/approve", {
        params,
        body: { version, mode: "", exception: "", ...(isTooMuch ? chosen : {}) },
      }),
    );
  return (
    <>
      <ErrorSummary error={error} />
      {isTooMuch && (
        <div className={styles.choices}>
          <Notice tone="warn">
            {t("risk.tooHigh", { count: too_high.length })}
            <ul>
              {too_high.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Notice>
          <Radio.Group
            aria-label={t("risk.way")}
            value={way}
            onChange={({ target }) => setWay(target.value as Way)}
            options={[
              { value: "hybrid", label: t("risk.toHybrid") },
              { value: "on_site", label: t("risk.toOnSite") },
              ...(scale.exception_allowed
                ? [{ value: "exception", label: t("risk.toException") }]
                : []),
            ]}
          />
          {way === "exception" && (
            <Input.TextArea
              aria-label={t("risk.exception")}
              placeholder={t("risk.exception")}
              value={exception}
              maxLength={1000}
              rows={2}
              onChange={({ target }) => setException(target.value)}
            />
          )}
        </div>
      )}
      <div className={styles.row}>
        <Button
          type="primary"
          loading={busy}
          disabled={isTooMuch && way === "exception" && !exception.trim()}
          onClick={approve}
        >
          {isTooMuch && way !== "exception" ? t("risk.approveAndChange") : t("risk.approve")}
        </Button>
        <ReasonButton
          label={t("risk.return")}
          question={t("risk.whyReturn")}
          busy={busy}
          onReason={(reason) =>
            run(
              client.POST("/api/programme/cases/{case_id}/risk/return", {
                params,
                body: { version, reason },
              }),
            )
          }
        />
      </div>
    </>
  );
}
