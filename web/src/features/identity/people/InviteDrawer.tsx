import { Checkbox, Form, Select } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";

import { useMe } from "@/api/me";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";
import { NameAndEmail, RoleFields, usePersonLabels } from "./fields";
import { invitePerson, type InviteValues, type Progress } from "./invite";
import { type Employer, useRefresh } from "./queries";
import { ROLES_OF_KIND } from "./types";

interface InviteDrawerProps {
  employers: Employer[];
  onClose: () => void;
  onInvited: (id: string) => void;
}

export function InviteDrawer({ employers, onClose, onInvited }: InviteDrawerProps) {
  const { t } = useTranslation();
  const { tenant } = useMe().membership;
  const [form] = Form.useForm<InviteValues>();
  const employer = Form.useWatch("tenant_id", form) ?? tenant.id;
  const send = Form.useWatch("send", form) ?? true;
  const progress = useRef<Progress>({});
  const refresh = useRefresh();
  const labels = { ...usePersonLabels(), role: t("people.role") };
  const { submit, busy, error } = useSubmit<InviteValues>({
    form,
    save: (values) => invitePerson(values, progress.current).finally(() => void refresh()),
    onSaved: () => onInvited(progress.current.personId ?? ""),
  });
  const kind = employers.find(({ id }) => id === employer)?.kind ?? tenant.kind;
  return (
    <FormDrawer<InviteValues>
      open
      title={t("people.invite")}
      form={form}
      initial={{ tenant_id: tenant.id, send: true }}
      submitLabel={t(send ? "people.sendInvitation" : "people.add")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      {employers.length > 1 && (
        <Form.Item name="tenant_id" label={t("people.organisation")}>
          <Select
            options={employers.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={() => form.resetFields(["role"])}
          />
        </Form.Item>
      )}
      {employers.length === 1 && <Form.Item name="tenant_id" hidden />}
      <NameAndEmail />
      <RoleFields roles={ROLES_OF_KIND[kind] ?? []} />
      <Form.Item name="send" valuePropName="checked" extra={t("people.sendNote")}>
        <Checkbox>{t("people.send")}</Checkbox>
      </Form.Item>
    </FormDrawer>
  );
}
