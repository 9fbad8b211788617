import { Checkbox, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { CertificateList } from "./CertificateList";
import styles from "./applications.module.css";
import { SCHEMES } from "./types";

const LABELS = [
  "name",
  "name_en",
  "credit_code",
  "registration",
  "legal_representative",
  "address",
  "contact_name",
  "contact_phone",
  "contact_email",
  "schemes",
  "scope",
  "wanted_from",
  "wanted_to",
  "certificates",
  "audit_languages",
  "special_security",
  "consultancy",
  "sites",
] as const;
type Label = (typeof LABELS)[number];

/** Field → label, for the fields themselves and for the error summary. */
export function useFieldLabels(): Record<Label, string> {
  const { t } = useTranslation();
  return Object.fromEntries(
    LABELS.map((name) => [name, t(`applications.field.${name}`)]),
  ) as Record<Label, string>;
}

function Line({ name, max = 200 }: { name: Label; max?: number }) {
  return (
    <Form.Item name={name} label={useFieldLabels()[name]}>
      <Input maxLength={max} />
    </Form.Item>
  );
}

/** Who applies: the legal body, with its code where it has one. */
export function IdentityFields() {
  const { t } = useTranslation();
  const labels = useFieldLabels();
  const isForeign = Form.useWatch("is_foreign") as boolean;
  return (
    <>
      <Line name="name" />
      <Line name="name_en" />
      <Form.Item name="is_foreign" valuePropName="checked">
        <Checkbox>{t("applications.foreign")}</Checkbox>
      </Form.Item>
      <div hidden={isForeign}>
        <Form.Item
          name="credit_code"
          label={labels.credit_code}
          extra={t("applications.creditNote")}
        >
          <Input maxLength={40} autoCapitalize="characters" />
        </Form.Item>
      </div>
      <div hidden={!isForeign}>
        <Line name="registration" max={60} />
      </div>
      <Line name="legal_representative" />
      <Line name="address" />
    </>
  );
}

/** What is to be certified, when, and what is special about it. */
export function WishFields() {
  const { t } = useTranslation();
  const labels = useFieldLabels();
  return (
    <>
      <Form.Item name="schemes" label={labels.schemes}>
        <Checkbox.Group
          options={SCHEMES.map((code) => ({
            value: code,
            label: t(`applications.scheme.${code}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="scope" label={labels.scope} extra={t("applications.scopeNote")}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="wanted_from" label={labels.wanted_from}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="wanted_to" label={labels.wanted_to}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item name="is_transfer" valuePropName="checked">
        <Checkbox>{t("applications.transfer")}</Checkbox>
      </Form.Item>
      <CertificateList />
      <Form.Item name="audit_languages" label={labels.audit_languages}>
        <Select
          mode="multiple"
          options={["zh", "en"].map((code) => ({
            value: code,
            label: t(`applications.language.${code as "zh" | "en"}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="wants_remote" valuePropName="checked">
        <Checkbox>{t("applications.remote")}</Checkbox>
      </Form.Item>
      <Form.Item
        name="special_security"
        label={labels.special_security}
        extra={t("applications.securityNote")}
      >
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <Form.Item
        name="consultancy"
        label={labels.consultancy}
        extra={t("applications.consultancyNote")}
      >
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}

/** Whom the body writes to. */
export function ContactFields() {
  const { t } = useTranslation();
  return (
    <>
      <Line name="contact_name" />
      <Line name="contact_phone" max={40} />
      <Form.Item
        name="contact_email"
        label={useFieldLabels().contact_email}
        extra={t("applications.emailNote")}
      >
        <Input type="email" maxLength={254} autoComplete="email" />
      </Form.Item>
      <Form.Item name="language" label={t("applications.letters")}>
        <Select
          options={[
            { value: "zh-hans", label: t("applications.language.zh") },
            { value: "en", label: t("applications.language.en") },
          ]}
        />
      </Form.Item>
    </>
  );
}
