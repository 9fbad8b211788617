import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan } from "@/api/me";
import { ErrorSummary } from "@/ui/Notice";
import { Facts } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { Say } from "./Say";
import { isOpen, toneOf, useSide } from "./types";
import { SaidWord } from "./Words";

/** Whether one item outlives its audit, on whose word, and the viewer's own word. */
export function Keeping({ id, caseId }: { id: string; caseId: string }) {
  const mayRead = useCan()("keeping", "R");
  return mayRead ? <OfItem id={id} caseId={caseId} /> : null;
}

function OfItem({ id, caseId }: { id: string; caseId: string }) {
  const { t } = useTranslation();
  const side = useSide();
  const params = { path: { evidence_id: id } };
  const path = "/api/evidence/items/{evidence_id}/keeping";
  const { data, error } = api.useQuery("get", path, { params });
  if (error) return <ErrorSummary error={error} />;
  const kept = data?.keeping;
  if (!kept) return null;
  return (
    <section>
      <h2>{t("keeping.title")}</h2>
      <p>
        <StatusTag tone={toneOf(kept)}>{t(`keeping.state.${kept.state}`)}</StatusTag>
      </p>
      <Facts
        items={[
          [t("keeping.auditorSays"), <SaidWord key="a" side="auditor" word={kept.auditor} />],
          [t("keeping.clientSays"), <SaidWord key="c" side="client" word={kept.client} />],
        ]}
      />
      {kept.state === "cover" && (
        <p className="muted">
          {kept.covered_by
            ? t("keeping.coveredBy", { code: kept.covered_by })
            : t("keeping.coverHow")}
        </p>
      )}
      {side && isOpen(kept) && <Say caseId={caseId} ids={[id]} side={side} />}
    </section>
  );
}
