import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { actionKey } from "@/lib/journal";
import { Instant } from "@/ui/Instant";
import { ErrorSummary } from "@/ui/Notice";
import styles from "./library.module.css";
import type { WholeItem } from "./types";

/** Who did what with an item and when, from the journal. */
export function Custody({ of }: { of: WholeItem }) {
  const { t } = useTranslation();
  const params = { path: { evidence_id: of.id } };
  const path = "/api/evidence/items/{evidence_id}/custody";
  const { data, error } = api.useQuery("get", path, { params });
  return (
    <section>
      <h2>{t("evidence.custody")}</h2>
      <small className="muted">{t("evidence.custodyNote")}</small>
      <ErrorSummary error={error} />
      <ol className={styles.lines}>
        {data?.entries.map((entry) => (
          <li key={entry.seq}>
            <Instant at={entry.at} seconds />
            <strong>{t(actionKey(entry.action))}</strong>
            <span>
              {entry.actor_name}
              {entry.actor_tenant_name && ` · ${entry.actor_tenant_name}`}
            </span>
            <small className="muted">{t("journal.entry", { number: entry.seq })}</small>
          </li>
        ))}
      </ol>
    </section>
  );
}
