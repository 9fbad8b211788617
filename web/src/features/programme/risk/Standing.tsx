import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { Instant } from "@/ui/Instant";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { ReasonButton } from "@/ui/ReasonButton";
import { StatusTag } from "@/ui/StatusTag";
import { useCaseId } from "../cases/useCase";
import { Approval } from "./Approval";
import styles from "./risk.module.css";
import { type Matrix, type Scale, toneOf } from "./types";
import { useAct, type useMay } from "./useRisk";
import { useRiskWords } from "./words";

interface StandingProps {
  matrix: Matrix;
  scale: Scale;
  may: ReturnType<typeof useMay>;
}

/** Where the matrix stands, what it still lacks, and the one thing to do next. */
export function Standing({ matrix, scale, may }: StandingProps) {
  const { t } = useTranslation();
  const words = useRiskWords();
  const { number, state, gaps, changes } = matrix;
  const tag = <StatusTag tone={toneOf(state)}>{words.state(state)}</StatusTag>;
  return (
    <Card
      title={t("risk.version", { number })}
      tags={
        <>
          {tag}
          {matrix.is_template && <StatusTag tone="grey">{t("risk.isTemplate")}</StatusTag>}
        </>
      }
      aside={<Who matrix={matrix} />}
    >
      <div className={styles.stack}>
        {matrix.returned_reason && state === "draft" && (
          <Notice tone="warn">{t("risk.returnedWith", { reason: matrix.returned_reason })}</Notice>
        )}
        {matrix.exception && (
          <Notice tone="warn">{t("risk.exceptionWith", { reason: matrix.exception })}</Notice>
        )}
        {changes.length > 0 && (
          <Notice tone="warn">
            {t("risk.changedSince", { what: changes.join(t("risk.and")) })}
          </Notice>
        )}
        {state === "draft" && gaps.length > 0 && <Gaps gaps={gaps} />}
        {may.write && <Authors matrix={matrix} />}
        {may.approve && <Approvers matrix={matrix} scale={scale} />}
      </div>
    </Card>
  );
}

function Who({ matrix }: { matrix: Matrix }) {
  const { t } = useTranslation();
  const { author_name, approver_name, approved_at } = matrix;
  if (!approved_at) return <>{t("risk.by", { name: author_name })}</>;
  return (
    <>
      {t("risk.approvedBy", { author: author_name, approver: approver_name })}{" "}
      <Instant at={approved_at} />
    </>
  );
}

function Gaps({ gaps }: { gaps: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <Notice tone="warn">
      {t("risk.gaps", { count: gaps.length })}
      <ul>
        {gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** What the lead auditor may do: hand in, take back, start a new version. */
function Authors({ matrix: { state, version, gaps } }: { matrix: Matrix }) {
  const { t } = useTranslation();
  const { run, busy, error } = useAct();
  const params = { path: { case_id: useCaseId() } };
  const body = { version };
  return (
    <>
      <ErrorSummary error={error} />
      <div className={styles.row}>
        {state === "draft" && (
          <Button
            type="primary"
            loading={busy}
            disabled={gaps.length > 0}
            onClick={() =>
              run(client.POST("/api/programme/cases/{case_id}/risk/submit", { params, body }))
            }
          >
            {gaps.length > 0 ? t("risk.submitMissing", { count: gaps.length }) : t("risk.submit")}
          </Button>
        )}
        {state === "scored" && (
          <Button
            loading={busy}
            onClick={() =>
              run(client.POST("/api/programme/cases/{case_id}/risk/take-back", { params, body }))
            }
          >
            {t("risk.takeBack")}
          </Button>
        )}
        {state === "approved" && (
          <ReasonButton
            label={t("risk.renew")}
            question={t("risk.whyRenew")}
            busy={busy}
            onReason={(reason) =>
              run(
                client.POST("/api/programme/cases/{case_id}/risk/renew", {
                  params,
                  body: { reason },
                }),
              )
            }
          />
        )}
      </div>
    </>
  );
}

/** What a programme manager may do: approve or send back; confirm; keep as a template. */
function Approvers({ matrix, scale }: { matrix: Matrix; scale: Scale }) {
  const { t } = useTranslation();
  const { run, busy, error } = useAct();
  const params = { path: { case_id: useCaseId() } };
  const { state, version, changes, is_template } = matrix;
  if (state === "scored") return <Approval matrix={matrix} scale={scale} />;
  if (state !== "approved") return null;
  return (
    <>
      <ErrorSummary error={error} />
      <div className={styles.row}>
        {changes.length > 0 && (
          <ReasonButton
            label={t("risk.confirm")}
            question={t("risk.whyConfirm")}
            busy={busy}
            onReason={(reason) =>
              run(
                client.POST("/api/programme/cases/{case_id}/risk/confirm", {
                  params,
                  body: { version, reason },
                }),
              )
            }
          />
        )}
        {!is_template && (
          <Button
            loading={busy}
            onClick={() =>
              run(
                client.POST("/api/programme/cases/{case_id}/risk/template", {
                  params,
                  body: { version },
                }),
              )
            }
          >
            {t("risk.keepTemplate")}
          </Button>
        )}
      </div>
    </>
  );
}
