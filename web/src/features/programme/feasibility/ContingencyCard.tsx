import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Card, Facts } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { ContingencyDrawer } from "./ContingencyDrawer";
import styles from "./feasibility.module.css";
import type { Contingency, Feasibility } from "./types";

interface ContingencyProps {
  caseId: string;
  page: Feasibility;
  isClient: boolean;
  may: boolean;
}

/** What happens when the line fails: whom to call, which way down, which days instead. */
export function ContingencyCard({ caseId, page, isClient, may }: ContingencyProps) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const plan = page.contingency;
  const lacks = plan.missing.length;
  return (
    <Card
      title={t("feasibility.contingency")}
      tags={
        <StatusTag tone={lacks ? "warn" : "ok"}>
          {lacks ? t("feasibility.lacksCount", { lacks }) : t("feasibility.ready")}
        </StatusTag>
      }
      aside={
        may && (
          <Button size="small" onClick={() => setEditing(true)}>
            {t(isClient ? "feasibility.ourNumbers" : "feasibility.change")}
          </Button>
        )
      }
    >
      {lacks > 0 && (
        <p className="muted">
          {t("feasibility.lacks", { what: plan.missing.join(t("feasibility.comma")) })}
        </p>
      )}
      <Facts
        items={[
          [t("feasibility.bodyNumbers"), <Numbers key="body" of={plan.body_contacts} />],
          [t("feasibility.clientNumbers"), <Numbers key="client" of={plan.client_contacts} />],
          [t("feasibility.ladder"), <Lines key="ladder" of={plan.rungs} />],
          [t("feasibility.decides"), plan.decides || t("ui.none")],
          [
            t("feasibility.reserve"),
            plan.reserve_dates.join(t("feasibility.comma")) || t("ui.none"),
          ],
          ...(plan.note ? [[t("feasibility.note"), plan.note] as const] : []),
        ]}
      />
      {editing && (
        <ContingencyDrawer
          caseId={caseId}
          plan={plan}
          isClient={isClient}
          onClose={() => setEditing(false)}
        />
      )}
    </Card>
  );
}

function Numbers({ of }: { of: Contingency["body_contacts"] }) {
  const { t } = useTranslation();
  if (of.length === 0) return t("ui.none");
  return (
    <ul className={styles.plain}>
      {of.map(({ name, role, phone }) => (
        <li key={`${name}${phone}`}>
          {name} {role && <small className="muted">{role}</small>}{" "}
          <a href={`tel:${phone.replaceAll(" ", "")}`}>{phone}</a>
        </li>
      ))}
    </ul>
  );
}

function Lines({ of }: { of: readonly string[] }) {
  const { t } = useTranslation();
  if (of.length === 0) return t("ui.none");
  return (
    <ol className={styles.plain}>
      {of.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ol>
  );
}
