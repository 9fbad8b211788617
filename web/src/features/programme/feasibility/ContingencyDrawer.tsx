import { Button, Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import type { components } from "@/api/schema";
import { VersionedDrawer } from "@/ui/VersionedDrawer";
import { useRefresh } from "../cases/useCase";
import styles from "./feasibility.module.css";
import type { Contingency } from "./types";
import { useFeasibilityWords } from "./words";

type Change = components["schemas"]["ContingencyChange"];
type Values = Omit<Change, "version">;
type Contact = Change["client_contacts"];

const FROM = ["video", "voice", "text"] as const;
const TO = ["phone_photos", "text", "email"] as const;

interface ContingencyDrawerProps {
  caseId: string;
  plan: Contingency;
  isClient: boolean;
  onClose: () => void;
}

const valuesOf = (plan: Contingency): Values => ({
  body_contacts: plan.body_contacts as Contact,
  client_contacts: plan.client_contacts as Contact,
  ladder: (plan.version === 0 ? plan.suggested : plan.ladder) as Change["ladder"],
  decides: plan.decides,
  reserve_dates: plan.reserve_dates,
  note: plan.note,
});

/** The contingency plan; a client enters the numbers of its own side. */
export function ContingencyDrawer({ caseId, plan, isClient, onClose }: ContingencyDrawerProps) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const labels = {
    contacts: t("feasibility.phone"),
    body_contacts: t("feasibility.bodyNumbers"),
    client_contacts: t("feasibility.clientNumbers"),
    ladder: t("feasibility.ladder"),
    decides: t("feasibility.decides"),
    reserve_dates: t("feasibility.reserve"),
    note: t("feasibility.note"),
  };
  const save = async (values: Values, version: number) => {
    const { client_contacts } = values;
    const { data } = await client.PATCH("/api/programme/cases/{case_id}/contingency", {
      params: { path: { case_id: caseId } },
      body: { ...((isClient ? { client_contacts } : values) as Values), version },
    });
    await refresh();
    return data?.contingency;
  };
  return (
    <VersionedDrawer<Values, Contingency>
      title={t("feasibility.contingency")}
      submitLabel={t("cases.save")}
      labels={labels}
      row={plan}
      valuesOf={valuesOf}
      save={save}
      onClose={onClose}
    >
      {!isClient && <Contacts name="body_contacts" label={labels.body_contacts} />}
      <Contacts name="client_contacts" label={labels.client_contacts} />
      {!isClient && <Ladder label={labels.ladder} />}
      {!isClient && (
        <>
          <Form.Item name="decides" label={labels.decides}>
            <Input maxLength={200} />
          </Form.Item>
          <Dates label={labels.reserve_dates} />
          <Form.Item name="note" label={labels.note}>
            <Input.TextArea rows={2} maxLength={4000} />
          </Form.Item>
        </>
      )}
    </VersionedDrawer>
  );
}

function Contacts({ name, label }: { name: string; label: string }) {
  const { t } = useTranslation();
  return (
    <Form.List name={name}>
      {(fields, { add, remove }) => (
        <fieldset className={styles.fields}>
          <legend>{label}</legend>
          {fields.map(({ key, name: place }) => (
            <div key={key} className={styles.contact}>
              <Form.Item name={[place, "name"]}>
                <Input
                  placeholder={t("feasibility.person")}
                  aria-label={t("feasibility.person")}
                  maxLength={200}
                />
              </Form.Item>
              <Form.Item name={[place, "phone"]}>
                <Input
                  type="tel"
                  placeholder={t("feasibility.phone")}
                  aria-label={t("feasibility.phone")}
                  maxLength={40}
                />
              </Form.Item>
              <Form.Item name={[place, "role"]}>
                <Input
                  placeholder={t("feasibility.part")}
                  aria-label={t("feasibility.part")}
                  maxLength={200}
                />
              </Form.Item>
              <Button onClick={() => remove(place)}>{t("feasibility.remove")}</Button>
            </div>
          ))}
          <Button onClick={() => add({ name: "", role: "", phone: "" })}>
            {t("feasibility.addContact")}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}

function Ladder({ label }: { label: string }) {
  const { t } = useTranslation();
  const words = useFeasibilityWords();
  const options = (codes: readonly string[]) =>
    codes.map((code) => ({ value: code, label: words.means(code) }));
  return (
    <Form.List name="ladder">
      {(fields, { add, remove }) => (
        <fieldset className={styles.fields}>
          <legend>{label}</legend>
          {fields.map(({ key, name: place }) => (
            <div key={key} className={styles.rung}>
              <Form.Item name={[place, "failing"]}>
                <Select aria-label={t("feasibility.failing")} options={options(FROM)} />
              </Form.Item>
              <Form.Item name={[place, "after_minutes"]}>
                <InputNumber
                  aria-label={t("feasibility.minutes")}
                  min={0}
                  max={480}
                  suffix={t("feasibility.minutes")}
                />
              </Form.Item>
              <Form.Item name={[place, "instead"]}>
                <Select aria-label={t("feasibility.instead")} options={options(TO)} />
              </Form.Item>
              <Button onClick={() => remove(place)}>{t("feasibility.remove")}</Button>
            </div>
          ))}
          <Button
            onClick={() => add({ failing: "video", instead: "phone_photos", after_minutes: 5 })}
          >
            {t("feasibility.addRung")}
          </Button>
        </fieldset>
      )}
    </Form.List>
  );
}

function Dates({ label }: { label: string }) {
  const { t } = useTranslation();
  return (
    <Form.List name="reserve_dates">
      {(fields, { add, remove }) => (
        <fieldset className={styles.fields}>
          <legend>{label}</legend>
          {fields.map(({ key, name: place }) => (
            <div key={key} className={styles.row}>
              <Form.Item name={place}>
                <Input type="date" aria-label={label} />
              </Form.Item>
              <Form.Item>
                <Button onClick={() => remove(place)}>{t("feasibility.remove")}</Button>
              </Form.Item>
            </div>
          ))}
          <Button onClick={() => add("")}>{t("feasibility.addDate")}</Button>
        </fieldset>
      )}
    </Form.List>
  );
}
