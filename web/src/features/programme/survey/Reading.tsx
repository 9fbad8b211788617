import { useTranslation } from "react-i18next";

import { Instant } from "@/ui/Instant";
import { Notice } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import styles from "./survey.module.css";
import type { Survey } from "./types";

/** A survey as it is read: what speaks against remote, then every answer and what it was before. */
export function Reading({ of }: { of: Survey }) {
  const { t } = useTranslation();
  const before = new Map(of.differences.map((each) => [each.path, each.before]));
  const gone = of.differences.filter(({ after }) => !after);
  const groups = new Map<string, Survey["lines"]>();
  for (const line of of.lines) groups.set(line.group, [...(groups.get(line.group) ?? []), line]);
  return (
    <>
      {of.answered_at && (
        <Notice tone="ok">
          {t("surveys.answeredBy", { by: of.answered_by })} <Instant at={of.answered_at} />
          {of.previous && ` · ${t("surveys.changedSince", { count: of.differences.length })}`}
        </Notice>
      )}
      {of.warnings.length > 0 && (
        <Card title={t("surveys.doubts")}>
          <ul className={styles.doubts}>
            {of.warnings.map(({ path, words }) => (
              <li key={path + words}>{words}</li>
            ))}
          </ul>
        </Card>
      )}
      <div className={styles.reading}>
        {[...groups].map(([group, lines]) => (
          <Card key={group} title={group}>
            <dl className={styles.lines}>
              {lines.map((line) => (
                <div key={line.path}>
                  <dt>{line.label === group ? t("surveys.answer") : line.label}</dt>
                  <dd>
                    {line.value || t("surveys.notSaid")}
                    {before.has(line.path) && (
                      <span className={styles.was}>
                        {t("surveys.was", {
                          before: before.get(line.path) || t("surveys.notSaid"),
                        })}
                      </span>
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </Card>
        ))}
      </div>
      {gone.length > 0 && (
        <Card title={t("surveys.gone")}>
          <ul className={styles.doubts}>
            {gone.map(({ path, group, label, before: was }) => (
              <li key={path}>
                {group === label ? label : `${group} · ${label}`}：{was}
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
