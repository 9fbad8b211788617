import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { EmptyState } from "@/ui/EmptyState";
import { FilterTabs } from "@/ui/FilterTabs";
import { ErrorSummary } from "@/ui/Notice";
import { Card, Waiting } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import type { Case } from "../cases/types";
import { MemberDrawer } from "./MemberDrawer";
import { Reasons } from "./Reasons";
import styles from "./team.module.css";
import { type Candidate, TEAM_ROLES, type TeamRole } from "./types";

const SHOWN = 6;

/** Who could take a role, the most suitable first, with what speaks for and against each. */
export function Candidates({ of }: { of: Case }) {
  const { t } = useTranslation();
  const led = of.team.some(({ role }) => role === "LA");
  const [role, setRole] = useState<TeamRole>(led ? "AU" : "LA");
  const [all, setAll] = useState(false);
  const [chosen, choose] = useState<Candidate>();
  const params = { path: { case_id: of.id }, query: { role } };
  const { data, error } = api.useQuery("get", "/api/programme/cases/{case_id}/candidates", {
    params,
  });
  const free = (data ?? []).filter(({ is_member }) => !is_member);
  const shown = all ? free : free.slice(0, SHOWN);
  return (
    <Card title={t("team.candidates")} aside={t("team.ranked")}>
      <div className={styles.row}>
        <FilterTabs
          label={t("team.roleLabel")}
          value={role}
          options={TEAM_ROLES.map((value) => ({ value, label: t(`team.role.${value}`) }))}
          onChange={(value) => setRole(value as TeamRole)}
        />
      </div>
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      {data && free.length === 0 && (
        <EmptyState icon="people" title={t("team.noCandidateTitle")}>
          {t("team.noCandidate")}
        </EmptyState>
      )}
      <ol className={styles.candidates}>
        {shown.map((each) => (
          <li key={each.person_id}>
            <div className={styles.who}>
              <strong>{each.person}</strong>
              {each.visits > 0 && (
                <StatusTag tone="ok">{t("team.visits", { visits: each.visits })}</StatusTag>
              )}
              {each.week_days > 0 && (
                <StatusTag>{t("team.load", { days: each.week_days })}</StatusTag>
              )}
            </div>
            <Reasons reasons={each.reasons.filter(({ key }) => key !== "visits")} />
            <div className={styles.actions}>
              {each.is_blocked ? (
                <StatusTag tone="bad">{t("team.blocked")}</StatusTag>
              ) : (
                <Button onClick={() => choose(each)}>{t("team.join")}</Button>
              )}
            </div>
          </li>
        ))}
      </ol>
      {free.length > SHOWN && !all && (
        <Button type="link" onClick={() => setAll(true)}>
          {t("team.showAll", { total: free.length })}
        </Button>
      )}
      {chosen && (
        <MemberDrawer of={of} candidate={chosen} role={role} onClose={() => choose(undefined)} />
      )}
    </Card>
  );
}
