import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { Instant } from "@/ui/Instant";
import { ErrorSummary } from "@/ui/Notice";
import styles from "./records.module.css";
import type { Entry } from "./types";

/** Every version of an entry; nothing that was written is ever lost. */
export function History({ of }: { of: Entry }) {
  const { t } = useTranslation();
  const params = { path: { entry_id: of.thread } };
  const path = "/api/records/entries/{entry_id}/revisions";
  const { data, error } = api.useQuery("get", path, { params });
  return (
    <>
      <ErrorSummary error={error} />
      <ol className={styles.history}>
        {data?.map((each) => (
          <li key={each.revision}>
            <small className="muted">
              {each.author_name} · <Instant at={each.written_at} seconds />
            </small>
            <span>
              {each.verdict && `${t(`records.verdict.${each.verdict}`)}：`}
              {each.text}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
