import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { samplingKey } from "@/lib/sampling";
import { dateTime, HERE } from "@/lib/instant";
import { ErrorSummary } from "@/ui/Notice";
import { ReasonButton } from "@/ui/ReasonButton";
import { StatusTag } from "@/ui/StatusTag";
import styles from "./sampling.module.css";
import { type Draw, standing, toneOf, useDeed, type WholeSample } from "./types";

/** Every draw, discarded ones included, with the reasons. */
export function History({ of, mayDraw }: { of: WholeSample; mayDraw: boolean }) {
  const { t } = useTranslation();
  const { run, busy, error } = useDeed();
  const draw = standing(of);
  const discard = (reason: string) =>
    run(
      client.POST("/api/evidence/samples/{sample_id}/discard", {
        params: { path: { sample_id: of.id } },
        body: { reason },
      }),
    );
  return (
    <section>
      <h2>{t("sampling.history.title")}</h2>
      <ul className={styles.list}>
        {of.draws.map((each) => (
          <li key={each.id}>
            <Round of={each} />
          </li>
        ))}
      </ul>
      <ErrorSummary error={error} />
      {mayDraw && draw && draw.state !== "drawing" && (
        <ReasonButton
          danger
          label={t("sampling.history.discard")}
          question={t("sampling.history.whyDiscard")}
          busy={busy}
          onReason={(reason) => void discard(reason)}
        />
      )}
    </section>
  );
}

function Round({ of }: { of: Draw }) {
  const { t } = useTranslation();
  const by = t("sampling.history.by", {
    name: of.drawn_by,
    at: dateTime(of.drawn_at, HERE),
    total: of.total,
  });
  return (
    <>
      <span className={styles.line}>
        <strong>{t("sampling.history.round", { round: of.round })}</strong>
        <StatusTag tone={toneOf(of.state)}>{t(samplingKey.state(of.state))}</StatusTag>
        <span>{by}</span>
        {of.replaced > 0 && <span>{t("sampling.history.replaced", { count: of.replaced })}</span>}
      </span>
      {of.reason && (
        <span>{t("sampling.history.discarded", { name: of.discarded_by, reason: of.reason })}</span>
      )}
      {of.note && <span className="muted">{of.note}</span>}
    </>
  );
}
