import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { Instant } from "@/ui/Instant";
import { Card } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { useCaseId } from "../cases/useCase";
import styles from "./risk.module.css";
import { type Risk, toneOf } from "./types";
import { useRiskWords } from "./words";

interface VersionsProps {
  risk: Risk;
  number: number;
  onVersion: (number: number) => void;
}

/** Every version with why it came to be, and what the one shown changed. */
export function Versions({ risk: { versions }, number, onVersion }: VersionsProps) {
  const { t } = useTranslation();
  const words = useRiskWords();
  if (versions.length < 2) return null;
  return (
    <Card title={t("risk.versions")}>
      <ul className={styles.list}>
        {versions.map((each) => (
          <li key={each.number}>
            <b>{t("risk.version", { number: each.number })}</b>
            <StatusTag tone={toneOf(each.state)}>{words.state(each.state)}</StatusTag>
            {each.approved_at && <Instant at={each.approved_at} />}
            <span className={styles.grow}>{each.change_reason}</span>
            {each.number !== number && (
              <Button size="small" onClick={() => onVersion(each.number)}>
                {t("risk.showVersion")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {number > 1 && <Differences before={number - 1} after={number} />}
    </Card>
  );
}

function Differences({ before, after }: { before: number; after: number }) {
  const { t } = useTranslation();
  const words = useRiskWords();
  const params = { path: { case_id: useCaseId() }, query: { before, after } };
  const { data } = api.useQuery("get", "/api/programme/cases/{case_id}/risk/differences", {
    params,
  });
  if (!data) return null;
  return (
    <section aria-label={t("risk.differences", { before, after })}>
      <h3>{t("risk.differences", { before, after })}</h3>
      {data.length === 0 && <p className={styles.muted}>{t("risk.noDifferences")}</p>}
      <ul className={styles.list}>
        {data.map((each) => (
          <li key={each.line}>
            <StatusTag tone={each.kind === "removed" ? "bad" : "blue"}>
              {words.change(each.kind)}
            </StatusTag>
            <span className={styles.grow}>{each.text}</span>
            <small>{each.fields.map(words.field).join(t("risk.and"))}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
