import { useTranslation } from "react-i18next";

import { dateTime, HERE } from "@/lib/instant";
import { requestKey } from "@/lib/requests";
import styles from "./requests.module.css";
import type { WholeRequest } from "./types";

/** Every refusal with its ground, and what the lead auditor made of it. */
export function Refusals({ of }: { of: WholeRequest }) {
  const { t } = useTranslation();
  if (of.refusals.length === 0) return null;
  return (
    <section aria-label={t("requests.refusals")}>
      <h2>{t("requests.refusals")}</h2>
      <ul className={styles.list}>
        {of.refusals.map((each) => (
          <li key={each.id}>
            <strong>
              {t("requests.refusedBy", {
                name: each.refused_by,
                at: dateTime(each.refused_at, HERE),
                ground: t(requestKey.ground(each.ground)),
              })}
            </strong>
            {each.text && <span className={styles.asked}>{each.text}</span>}
            {each.ruling ? (
              <span>
                {t("requests.ruledBy", {
                  name: each.ruled_by,
                  at: each.ruled_at ? dateTime(each.ruled_at, HERE) : "",
                  ruling: t(requestKey.ruling(each.ruling)),
                })}
              </span>
            ) : (
              <span className="muted">{t("requests.notRuled")}</span>
            )}
            {each.ruling_text && <span className={styles.asked}>{each.ruling_text}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
