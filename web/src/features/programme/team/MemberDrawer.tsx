import { Checkbox, Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";
import type { Case } from "../cases/types";
import { useRefresh } from "../cases/useCase";
import { Reasons } from "./Reasons";
import styles from "./team.module.css";
import {
  bodyOf,
  type Candidate,
  type Member,
  type MemberValues,
  TEAM_ROLES,
  type TeamRole,
} from "./types";

interface MemberDrawerProps {
  of: Case;
  onClose: () => void;
  /** Somebody who is to join, in the role for which they were listed … */
  candidate?: Candidate;
  role?: TeamRole;
  /** … or a member whose place changes. */
  member?: Member;
}

/** One place in the team: role, schemes, codes, days; and why, where there are warnings. */
export function MemberDrawer({ of, onClose, candidate, role, member }: MemberDrawerProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<MemberValues>();
  const refresh = useRefresh();
  const { submit, busy, error } = useSubmit<MemberValues>({
    form,
    save: async (values) => {
      if (member) await change(member, values);
      else await join(of.id, values);
      await refresh();
    },
    onSaved: onClose,
  });
  const labels = {
    person_id: t("team.person"),
    role: t("team.roleLabel"),
    schemes: t("team.schemes"),
    codes: t("team.codes"),
    days: t("team.daysLabel"),
    override_reason: t("team.override"),
  };
  const name = member?.name ?? candidate?.person ?? "";
  return (
    <FormDrawer<MemberValues>
      open
      title={t(member ? "team.changeOne" : "team.joinOne", { name })}
      form={form}
      initial={member ? valuesOf(member) : initialOf(candidate, role)}
      submitLabel={t(member ? "cases.save" : "team.join")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
      extra={candidate && <Reasons reasons={candidate.reasons} />}
    >
      <Form.Item name="person_id" hidden>
        <Input />
      </Form.Item>
      <Form.Item name="role" label={labels.role}>
        <Select options={TEAM_ROLES.map((value) => ({ value, label: t(`team.role.${value}`) }))} />
      </Form.Item>
      <Form.Item name="schemes" label={labels.schemes} extra={t("team.schemesNote")}>
        <Select mode="multiple" options={of.schemes.map((value) => ({ value, label: value }))} />
      </Form.Item>
      <Form.Item name="codes" label={labels.codes} extra={t("team.codesNote")}>
        <Input placeholder="17.06 18.05" maxLength={400} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="days" label={labels.days}>
          <InputNumber min={0} max={999} step={0.5} />
        </Form.Item>
        <Form.Item name="is_remote" valuePropName="checked" label={t("team.place")}>
          <Checkbox>{t("team.remote")}</Checkbox>
        </Form.Item>
      </div>
      <Form.Item
        name="override_reason"
        label={labels.override_reason}
        extra={t("team.overrideNote")}
      >
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
    </FormDrawer>
  );
}

const join = (case_id: string, values: MemberValues) =>
  client.POST("/api/programme/cases/{case_id}/team", {
    params: { path: { case_id } },
    body: bodyOf(values),
  });

const change = (member: Member, { person_id: _fixed, ...values }: MemberValues) => {
  const { person_id: _same, ...body } = bodyOf({ ...values, person_id: "" });
  return client.PATCH("/api/programme/cases/team/{member_id}", {
    params: { path: { member_id: member.id } },
    body: { ...body, version: member.version },
  });
};

const valuesOf = (member: Member): MemberValues => ({
  person_id: member.person_id,
  role: member.role as TeamRole,
  schemes: member.schemes,
  codes: member.codes.join(" "),
  days: member.days,
  is_remote: member.is_remote,
  override_reason: member.override_reason,
});

const initialOf = (candidate?: Candidate, role: TeamRole = "AU"): Partial<MemberValues> => ({
  person_id: candidate?.person_id ?? "",
  role,
  schemes: ["LA", "AU"].includes(role) ? (candidate?.schemes ?? []) : [],
  codes: ["LA", "AU", "TE"].includes(role) ? coveredCodes(candidate).join(" ") : "",
  days: 0,
  is_remote: false,
  override_reason: "",
});

/** The codes of the audit that the person covers, as the server found them. */
const coveredCodes = (candidate?: Candidate): string[] =>
  (candidate?.reasons ?? [])
    .filter(({ key, is_good }) => key === "code" && is_good)
    .map(({ words }) => /[\d.]+/.exec(words)?.[0] ?? "")
    .filter(Boolean);
