import { Button, Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCaseId } from "@/lib/caseId";
import { Icon } from "@/ui/icons";
import { ErrorSummary } from "@/ui/Notice";
import { Card, Waiting } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import styles from "./records.module.css";
import { type Record, TONES } from "./types";

/** How far each standard of the audit is covered; one answer counts for all its clauses. */
export function Standards({ standards }: { standards: Record["standards"] }) {
  const { t } = useTranslation();
  const [opened, open] = useState<string>();
  return (
    <Card title={t("records.standards")}>
      <ul className={styles.standards}>
        {standards.map(({ scheme, clauses, lacking, deviations }) => (
          <li key={scheme}>
            <strong>{scheme}</strong>
            <span>{t("records.covered", { covered: clauses - lacking.length, clauses })}</span>
            {deviations > 0 && (
              <StatusTag tone="bad">{t("records.deviations", { count: deviations })}</StatusTag>
            )}
            {lacking.length > 0 && (
              <small>{t("records.lacking", { codes: lacking.join("、") })}</small>
            )}
            <Button type="link" onClick={() => open(scheme)}>
              {t("records.read", { scheme })}
            </Button>
          </li>
        ))}
      </ul>
      {opened && <Report scheme={opened} onClose={() => open(undefined)} />}
    </Card>
  );
}

function Report({ scheme, onClose }: { scheme: string; onClose: () => void }) {
  const { t } = useTranslation();
  const caseId = useCaseId();
  const params = { path: { case_id: caseId }, query: { scheme } };
  const { data, error } = api.useQuery("get", "/api/records/cases/{case_id}/standard", { params });
  return (
    <Drawer
      open
      size={640}
      title={t("records.report", { scheme })}
      onClose={onClose}
      extra={
        <Button
          icon={<Icon name="download" />}
          href={`/api/records/cases/${caseId}/standard.xlsx?scheme=${scheme}`}
        >
          {t("ui.export")}
        </Button>
      }
    >
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      <dl className={styles.report}>
        {data?.map(({ clause, title, entries }) => (
          <div key={clause}>
            <dt>
              {clause} {title}
            </dt>
            {entries.length === 0 && <dd className="muted">{t("records.nothing")}</dd>}
            {entries.map((entry) => (
              <dd key={entry.thread}>
                {entry.verdict && (
                  <StatusTag tone={TONES[entry.verdict]}>
                    {t(`records.verdict.${entry.verdict}`)}
                  </StatusTag>
                )}{" "}
                {entry.text}{" "}
                <small className="muted">{entry.evidence.map(({ code }) => code).join("、")}</small>
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </Drawer>
  );
}
