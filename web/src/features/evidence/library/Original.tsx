import { Button } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { sha256Of } from "@/features/evidence/redaction/redacted";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Facts } from "@/ui/Page";
import styles from "./library.module.css";
import type { WholeItem } from "./types";

/** What was covered before the upload, and whether a file that somebody kept is the original. */
export function Original({ of }: { of: WholeItem }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const [matches, setMatches] = useState<boolean>();
  const [error, setError] = useState<unknown>(null);
  const compare = async (file: File) => {
    setError(null);
    setMatches(undefined);
    try {
      const params = { path: { evidence_id: of.id } };
      const body = { sha256: await sha256Of(file) };
      const path = "/api/evidence/items/{evidence_id}/original-check";
      setMatches((await client.POST(path, { params, body })).data?.matches);
    } catch (refusal) {
      setError(refusal);
    }
  };
  if (!of.original_sha256) return null;
  const reason = of.circumstances.redaction_reason;
  return (
    <section className={styles.verify}>
      <h2>{t("redaction.before")}</h2>
      <Facts
        items={[
          [
            t("redaction.covered"),
            of.redactions
              .map(({ kind, count }) => t(`redaction.kind.${kind}`, { places: count }))
              .join("、"),
          ],
          [t("redaction.reason"), typeof reason === "string" ? reason : ""],
          [t("redaction.originalHash"), <code key="hash">{of.original_sha256}</code>],
        ]}
      />
      <ErrorSummary error={error} />
      {matches !== undefined && (
        <Notice tone={matches ? "ok" : "bad"}>
          {t(matches ? "redaction.matches" : "redaction.differs")}
        </Notice>
      )}
      <Button onClick={() => input.current?.click()}>{t("redaction.compare")}</Button>
      <input
        ref={input}
        hidden
        type="file"
        aria-label={t("redaction.compare")}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) void compare(file);
          currentTarget.value = "";
        }}
      />
      <small className="muted">{t("redaction.compareNote")}</small>
    </section>
  );
}
