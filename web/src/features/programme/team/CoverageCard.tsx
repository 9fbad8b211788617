import { useTranslation } from "react-i18next";

import { Card } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import styles from "./team.module.css";
import type { Coverage } from "./types";

/** Each technical code of the programme in each scheme, and who covers it. */
export function CoverageCard({ coverage }: { coverage: readonly Coverage[] }) {
  const { t } = useTranslation();
  if (coverage.length === 0) return null;
  const bare = coverage.filter(({ by }) => by.length === 0).length;
  return (
    <Card
      title={t("team.coverage")}
      tags={
        <StatusTag tone={bare > 0 ? "bad" : "ok"}>
          {bare > 0 ? t("team.bare", { bare }) : t("team.covered")}
        </StatusTag>
      }
    >
      <ul className={styles.coverage}>
        {coverage.map(({ scheme, code, by }) => (
          <li key={scheme + code}>
            <strong>
              {scheme} {code}
            </strong>
            <span className={by.length > 0 ? undefined : styles.fault}>
              {by.join(t("team.comma")) || t("team.nobody")}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
