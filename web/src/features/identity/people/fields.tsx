import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { roleKey } from "@/lib/roles";
import { ZoneSelect } from "@/ui/ZoneSelect";
import styles from "./people.module.css";
import type { Role } from "./types";

export const LANGUAGES = [
  { value: "zh-hans", label: "简体中文" },
  { value: "en", label: "English" },
];

/** Field → label, for error summaries and comparisons. */
export function usePersonLabels() {
  const { t } = useTranslation();
  return {
    name: t("people.name"),
    email: t("people.email"),
    phone: t("people.phone"),
    language: t("people.language"),
    zone: t("people.zone"),
  };
}

export function NameAndEmail({ emailFixed = false }: { emailFixed?: boolean }) {
  const { t } = useTranslation();
  const labels = usePersonLabels();
  return (
    <>
      <Form.Item
        name="name"
        label={labels.name}
        rules={[{ required: true, whitespace: true, message: t("people.nameMissing") }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="email"
        label={labels.email}
        extra={emailFixed ? t("people.emailFixed") : undefined}
        rules={[{ required: true, type: "email", message: t("people.emailMissing") }]}
      >
        <Input type="email" />
      </Form.Item>
      <Form.Item name="phone" label={labels.phone}>
        <Input type="tel" />
      </Form.Item>
    </>
  );
}

export function LanguageAndZone() {
  const labels = usePersonLabels();
  return (
    <>
      <Form.Item name="language" label={labels.language}>
        <Select options={LANGUAGES} />
      </Form.Item>
      <Form.Item name="zone" label={labels.zone}>
        <ZoneSelect />
      </Form.Item>
    </>
  );
}

/** Native date fields: they can be typed, and every screen reader knows them. */
export function RoleFields({ roles }: { roles: readonly Role[] }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="role"
        label={t("people.role")}
        rules={[{ required: true, message: t("people.roleMissing") }]}
      >
        <Select options={roles.map((role) => ({ value: role, label: t(roleKey(role)) }))} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="valid_from" label={t("people.from")} extra={t("people.fromNote")}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="valid_to" label={t("people.to")} extra={t("people.toNote")}>
          <Input type="date" />
        </Form.Item>
      </div>
    </>
  );
}
