import { Button, Input } from "antd";
import { useId, useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { ReasonButton } from "@/ui/ReasonButton";
import { StatusTag } from "@/ui/StatusTag";
import type { Case } from "../cases/types";
import { MemberDrawer } from "./MemberDrawer";
import { Reasons } from "./Reasons";
import styles from "./team.module.css";
import type { Member, Reason, TeamRole } from "./types";
import { useRun } from "./useRun";

interface MembersProps {
  of: Case;
  may: boolean;
  /** The client's side: objects, and changes nothing else. */
  mayObject: boolean;
  judged: readonly { member_id: string; reasons: Reason[] }[];
}

/** The team as it is, each member with what they do and what speaks for and against them. */
export function Members({ of, may, mayObject, judged }: MembersProps) {
  const { t } = useTranslation();
  const [editing, edit] = useState<Member>();
  const total = of.team.reduce((sum, { days }) => sum + days, 0);
  const reasonsOf = (id: string) =>
    (judged.find(({ member_id }) => member_id === id)?.reasons ?? []).filter(
      ({ is_good, key }) => !is_good || key === "visits",
    );
  const describe = ({ schemes, codes, days, is_remote }: Member) => [
    ...schemes,
    ...codes,
    ...(days > 0 ? [t("team.days", { days })] : []),
    ...(is_remote ? [t("team.remote")] : []),
  ];
  return (
    <Card title={t("team.members")} aside={t("team.totalDays", { total })}>
      {of.team.length === 0 && (
        <EmptyState icon="people" title={t("team.emptyTitle")}>
          {t(may ? "team.empty" : "team.emptyReader")}
        </EmptyState>
      )}
      <ul className={styles.members}>
        {of.team.map((member) => (
          <li key={member.id}>
            <div className={styles.who}>
              <strong>{member.name}</strong>
              <StatusTag tone={member.role === "LA" ? "violet" : "blue"}>
                {t(`team.role.${member.role as TeamRole}`)}
              </StatusTag>
              <span>{describe(member).join(" · ")}</span>
            </div>
            <div className={styles.why}>
              <Reasons reasons={reasonsOf(member.id)} />
              {may && member.override_reason && (
                <small>{t("team.overridden", { reason: member.override_reason })}</small>
              )}
            </div>
            <Actions of={of} member={member} may={may} mayObject={mayObject} onEdit={edit} />
          </li>
        ))}
      </ul>
      {editing && <MemberDrawer of={of} member={editing} onClose={() => edit(undefined)} />}
    </Card>
  );
}

interface ActionsProps {
  of: Case;
  member: Member;
  may: boolean;
  mayObject: boolean;
  onEdit: (member: Member) => void;
}

function Actions({ of, member, may, mayObject, onEdit }: ActionsProps) {
  const { t } = useTranslation();
  const { run, busy, error } = useRun();
  const release = (reason: string) =>
    run(
      client.POST("/api/programme/cases/team/{member_id}/release", {
        params: { path: { member_id: member.id } },
        body: { version: member.version, reason },
      }),
    );
  return (
    <div className={styles.actions}>
      <ErrorSummary error={error} />
      {may && <Button onClick={() => onEdit(member)}>{t("team.change")}</Button>}
      {may && (
        <ReasonButton
          danger
          label={t("team.release")}
          question={t("team.whyRelease")}
          busy={busy}
          onReason={release}
        />
      )}
      {mayObject && <ObjectButton caseId={of.id} member={member} />}
    </div>
  );
}

function ObjectButton({ caseId, member }: { caseId: string; member: Member }) {
  const { t } = useTranslation();
  const id = useId();
  const { run, busy, error } = useRun();
  const [asking, setAsking] = useState(false);
  const [ground, setGround] = useState("");
  const send = () =>
    run(
      client.POST("/api/programme/cases/{case_id}/objections", {
        params: { path: { case_id: caseId } },
        body: { member_id: member.id, ground: ground.trim() },
      }),
      () => setAsking(false),
    );
  if (!asking) return <Button onClick={() => setAsking(true)}>{t("team.object")}</Button>;
  return (
    <div className={styles.ask}>
      <label htmlFor={id}>{t("team.ground", { name: member.name })}</label>
      <ErrorSummary error={error} />
      <Input.TextArea
        id={id}
        autoFocus
        rows={2}
        maxLength={4000}
        value={ground}
        onChange={(event) => setGround(event.target.value)}
      />
      <span className={styles.row}>
        <Button type="primary" loading={busy} disabled={!ground.trim()} onClick={send}>
          {t("team.sendObjection")}
        </Button>
        <Button onClick={() => setAsking(false)}>{t("ui.cancel")}</Button>
      </span>
    </div>
  );
}
