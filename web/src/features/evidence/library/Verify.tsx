import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import type { components } from "@/api/schema";
import { evidenceKey } from "@/lib/evidence";
import { ErrorSummary, Notice } from "@/ui/Notice";
import styles from "./library.module.css";
import type { WholeItem } from "./types";

/** Compares content, row and journal when somebody asks. */
export function Verify({ of }: { of: WholeItem }) {
  const { t } = useTranslation();
  const [found, setFound] = useState<components["schemas"]["EvidenceVerdictOut"]>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const verify = async () => {
    setBusy(true);
    setError(null);
    const params = { path: { evidence_id: of.id } };
    try {
      const path = "/api/evidence/items/{evidence_id}/verifications";
      setFound((await client.POST(path, { params })).data);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  return (
    <section className={styles.verify}>
      <ErrorSummary error={error} />
      {found && (
        <Notice tone={found.is_intact ? "ok" : "bad"}>
          {found.is_intact
            ? t("evidence.verified")
            : t("evidence.faulty", { what: t(evidenceKey.verdict(found.code)) })}
        </Notice>
      )}
      <Button loading={busy} onClick={() => void verify()}>
        {t("evidence.verify")}
      </Button>
    </section>
  );
}
