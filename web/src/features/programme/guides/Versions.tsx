import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { ErrorSummary } from "@/ui/Notice";
import { Waiting } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import styles from "./guides.module.css";
import type { Guide } from "./types";

type State = "draft" | "published" | "superseded";
const TONES = { draft: "warn", published: "ok", superseded: "grey" } as const;

/** Who wrote which version, and what each changed. */
export function Versions({ of }: { of: Guide }) {
  const { t } = useTranslation();
  const [compared, compare] = useState<number | null>(null);
  return (
    <section>
      <p className={styles.group}>{t("guides.versions")}</p>
      <ul className={styles.list}>
        {of.versions.map((each) => (
          <li key={each.id}>
            {t("guides.number", { number: each.number })}{" "}
            <StatusTag tone={TONES[each.state as State]}>
              {t(`guides.state.${each.state as State}`)}
            </StatusTag>{" "}
            <small className="muted">
              {each.author} {each.note}
            </small>
            {each.number > 1 && (
              <Button
                type="link"
                size="small"
                onClick={() => compare(compared === each.number ? null : each.number)}
              >
                {t("guides.compare")}
              </Button>
            )}
            {compared === each.number && <Changes of={of} number={each.number} />}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Changes({ of, number }: { of: Guide; number: number }) {
  const { i18n } = useTranslation();
  const language = i18n.language.startsWith("en") ? ("en" as const) : ("zh" as const);
  const { data, error } = api.useQuery(
    "get",
    "/api/programme/guides/{guide_id}/versions/{number}/changes",
    { params: { path: { guide_id: of.id, number }, query: { language } } },
  );
  if (!data) return error ? <ErrorSummary error={error} /> : <Waiting />;
  return (
    <div className={styles.diff}>
      {data.changes.map(({ kind, text }, place) => {
        const Tag = kind === "gone" ? "del" : kind === "new" ? "ins" : "span";
        // Lines of a comparison never move.
        // oxlint-disable-next-line react/no-array-index-key
        return <Tag key={place}>{`${{ same: " ", gone: "−", new: "+" }[kind]} ${text}`}</Tag>;
      })}
    </div>
  );
}
