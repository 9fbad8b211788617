import { Checkbox, Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { ZoneSelect } from "@/ui/ZoneSelect";
import styles from "./sites.module.css";
import { SITE_KINDS } from "./types";

export function useSiteLabels() {
  const { t } = useTranslation();
  return {
    client_id: t("sites.client"),
    name: t("sites.name"),
    kind: t("sites.kindLabel"),
    address: t("sites.address"),
    zone: t("sites.zone"),
    processes: t("sites.processes"),
    is_central: t("sites.central"),
    special_security: t("sites.security"),
    "headcount.full_time": t("sites.fullTime"),
    "headcount.part_time": t("sites.partTime"),
    "headcount.part_time_hours": t("sites.partTimeHours"),
    "headcount.contractors": t("sites.contractors"),
    "headcount.repetitive": t("sites.repetitive"),
    "headcount.shifts": t("sites.shifts"),
  };
}

/** Whose site it is: chosen once, when it is registered. */
export function ClientField() {
  const { t } = useTranslation();
  const query = { kind: "client" as const, size: 200, sort: "name" };
  const { data } = api.useQuery("get", "/api/identity/organisations", { params: { query } });
  const clients = (data?.items ?? []).filter(({ is_in_force }) => is_in_force);
  return (
    <Form.Item
      name="client_id"
      label={t("sites.client")}
      rules={[{ required: true, message: t("sites.clientMissing") }]}
    >
      <Select
        showSearch={{ optionFilterProp: "label" }}
        options={clients.map(({ id, name }) => ({ value: id, label: name }))}
      />
    </Form.Item>
  );
}

/** What is known of a site: where, what is done there, and who works there. */
export function SiteFields() {
  const { t } = useTranslation();
  const labels = useSiteLabels();
  return (
    <>
      <Form.Item
        name="name"
        label={labels.name}
        rules={[{ required: true, whitespace: true, message: t("sites.nameMissing") }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="kind" label={labels.kind} extra={t("sites.kindNote")}>
        <Select
          options={SITE_KINDS.map((kind) => ({ value: kind, label: t(`sites.kind.${kind}`) }))}
        />
      </Form.Item>
      <Form.Item name="address" label={labels.address}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="zone" label={labels.zone}>
        <ZoneSelect />
      </Form.Item>
      <Form.Item name="processes" label={labels.processes}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <Form.Item name="is_central" valuePropName="checked">
        <Checkbox>{labels.is_central}</Checkbox>
      </Form.Item>
      <Headcount />
      <Form.Item
        name="special_security"
        label={labels.special_security}
        extra={t("sites.securityNote")}
      >
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
    </>
  );
}

const COUNTS = ["full_time", "part_time", "part_time_hours", "contractors", "repetitive"] as const;

function Headcount() {
  const { t } = useTranslation();
  const labels = useSiteLabels();
  return (
    <fieldset className={styles.headcount}>
      <legend>{t("sites.headcount")}</legend>
      <div className={styles.counts}>
        {COUNTS.map((name) => (
          <Form.Item
            key={name}
            name={["headcount", name]}
            label={labels[`headcount.${name}`]}
            rules={[{ required: true, message: t("sites.countMissing") }]}
          >
            <InputNumber min={0} max={name === "part_time_hours" ? 8 : 1_000_000} />
          </Form.Item>
        ))}
      </div>
      <Form.Item
        name={["headcount", "shifts"]}
        label={labels["headcount.shifts"]}
        extra={t("sites.shiftsNote")}
      >
        <Input placeholder="38, 18" />
      </Form.Item>
    </fieldset>
  );
}
