import { useTranslation } from "react-i18next";

import { useLanguage } from "@/lib/preferences";
import { Instant } from "@/ui/Instant";
import { Notice } from "@/ui/Notice";
import styles from "./deletion.module.css";
import type { Order } from "./types";

/** Every step with its person and time; what is still to come is named without them. */
export function Steps({ of }: { of: Order }) {
  const { t } = useTranslation();
  const steps: (readonly [string, string, string | null])[] = [
    ["ordered", of.ordered_by, of.ordered_at],
    ["reviewed", of.reviewed_by, of.reviewed_at],
    ["approved", of.approved_by, of.approved_at],
    ["released", of.released_by, of.released_at],
    ["destroyed", "", of.key_destroyed_at],
    ["verified", "", of.verified_at],
    ["certified", "", of.certified_at],
  ];
  return (
    <>
      <ol className={styles.steps}>
        {steps.map(([name, person, at]) => (
          <li key={name} data-done={at ? "" : undefined}>
            <b>{t(`deletion.step.${name as "ordered"}`)}</b>
            <small className="muted">
              {person} {at && <Instant at={at} />}
            </small>
          </li>
        ))}
      </ol>
      {of.state === "review" && (
        <Notice tone="blue">{t("deletion.reviewUntil", { day: of.review_until })}</Notice>
      )}
      {of.objection && <Notice tone="warn">{t("deletion.objected", { why: of.objection })}</Notice>}
      {of.refusal && <Notice tone="warn">{t("deletion.refused", { why: of.refusal })}</Notice>}
      {of.state === "waiting" && of.horizon_at && (
        <Notice tone="blue">
          {t("deletion.horizon")} <Instant at={of.horizon_at} />
        </Notice>
      )}
      {of.state === "residue" && (
        <Notice tone="bad" alert>
          {t("deletion.residue")}
        </Notice>
      )}
    </>
  );
}

/** What goes and what stays, place by place. */
export function Inventory({ of }: { of: Order }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const lines = of.lines.filter(({ count }) => count > 0);
  return (
    <details>
      <summary>{t("deletion.inventory", { going: of.items, staying: of.kept_items })}</summary>
      <table className={styles.inventory}>
        <tbody>
          {lines.map((each) => (
            <tr key={each.code}>
              <td>{language === "en" ? each.en : each.zh}</td>
              <td>{each.count}</td>
              <td>{t(each.is_kept ? "deletion.stays" : "deletion.goes")}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <small className={styles.hash}>SHA-256 {of.inventory_sha256}</small>
    </details>
  );
}
