import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { dateTime, HERE } from "@/lib/instant";
import { ErrorSummary } from "@/ui/Notice";
import { Content } from "./Content";
import styles from "./library.module.css";
import type { Opening, WholeItem } from "./types";

/** Opens an item: recorded first, then shown under a watermark that names who looks and when. */
export function Viewer({ of }: { of: WholeItem }) {
  const { t } = useTranslation();
  const [opening, setOpening] = useState<Opening>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const open = async () => {
    setBusy(true);
    setError(null);
    const params = { path: { evidence_id: of.id } };
    try {
      const { data } = await client.POST("/api/evidence/items/{evidence_id}/openings", { params });
      setOpening(data);
    } catch (refusal) {
      setError(refusal);
    } finally {
      setBusy(false);
    }
  };
  if (!of.is_readable) return null;
  return (
    <section>
      <ErrorSummary error={error} />
      {opening ? (
        <>
          <Content of={of} opening={opening} />
          <p className={styles.under}>
            <a href={opening.href} download={opening.name}>
              {t("evidence.download")}
            </a>
            <small className="muted">
              {t("evidence.recorded", { until: dateTime(opening.expires_at, HERE).slice(11) })}
            </small>
          </p>
        </>
      ) : (
        <Button type="primary" loading={busy} onClick={() => void open()}>
          {t(busy ? "evidence.opening" : "evidence.open")}
        </Button>
      )}
    </section>
  );
}
