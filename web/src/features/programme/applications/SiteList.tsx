import { Button, Checkbox, Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";

import { ZoneSelect } from "@/ui/ZoneSelect";
import { SITE_KINDS } from "../sites/types";
import styles from "./applications.module.css";
import { newSite } from "./types";

const COUNTS = [
  ["full_time", "fullTime"],
  ["part_time", "partTime"],
  ["part_time_hours", "partTimeHours"],
  ["contractors", "contractors"],
  ["repetitive", "repetitive"],
] as const;

/** Every place where the organisation works, and who works there in which shift. */
export function SiteList() {
  const { t } = useTranslation();
  return (
    <Form.List name="sites">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <fieldset key={key} className={styles.group}>
              <legend>{t("applications.siteNumber", { number: name + 1 })}</legend>
              <SiteFields at={name} />
              {fields.length > 1 && (
                <Button className={styles.add} onClick={() => remove(name)}>
                  {t("applications.removeSite")}
                </Button>
              )}
            </fieldset>
          ))}
          <Button onClick={() => add(newSite())}>{t("applications.addSite")}</Button>
        </>
      )}
    </Form.List>
  );
}

function SiteFields({ at }: { at: number }) {
  const { t } = useTranslation();
  return (
    <>
      <div className={styles.pair}>
        <Form.Item name={[at, "name"]} label={t("sites.name")}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name={[at, "kind"]} label={t("sites.kindLabel")}>
          <Select
            options={SITE_KINDS.map((kind) => ({ value: kind, label: t(`sites.kind.${kind}`) }))}
          />
        </Form.Item>
      </div>
      <div className={styles.pair}>
        <Form.Item name={[at, "address"]} label={t("sites.address")}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name={[at, "zone"]} label={t("sites.zone")}>
          <ZoneSelect />
        </Form.Item>
      </div>
      <Form.Item name={[at, "processes"]} label={t("sites.processes")}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <Form.Item name={[at, "is_central"]} valuePropName="checked">
        <Checkbox>{t("sites.central")}</Checkbox>
      </Form.Item>
      <div className={styles.counts}>
        {COUNTS.map(([name, label]) => (
          <Form.Item key={name} name={[at, "headcount", name]} label={t(`sites.${label}`)}>
            <InputNumber min={0} max={name === "part_time_hours" ? 8 : 1_000_000} />
          </Form.Item>
        ))}
      </div>
      <Form.Item
        name={[at, "headcount", "shifts"]}
        label={t("sites.shifts")}
        extra={t("sites.shiftsNote")}
      >
        <Input placeholder="38, 18" />
      </Form.Item>
    </>
  );
}
