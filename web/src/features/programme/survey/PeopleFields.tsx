import { Input, Radio } from "antd";
import { useTranslation } from "react-i18next";

import { Card } from "@/ui/Page";
import { useForm } from "./form";
import { Said } from "./Said";
import styles from "./survey.module.css";
import { type Item, NO_PERSON, type Person } from "./types";

/** The three people items: whether there is somebody, and who. */
export function PeopleFields() {
  const { t } = useTranslation();
  const { answers, change, asked } = useForm();
  return (
    <Card title={t("surveys.people")}>
      {asked.people.map((item) => (
        <PersonField
          key={item.code}
          item={item}
          value={{ ...NO_PERSON, ...answers.people[item.code] }}
          onChange={(person) => change({ people: { ...answers.people, [item.code]: person } })}
        />
      ))}
    </Card>
  );
}

interface PersonFieldProps {
  item: Item;
  value: Person;
  onChange: (person: Person) => void;
}

function PersonField({ item, value, onChange }: PersonFieldProps) {
  const { t } = useTranslation();
  const set = (part: Partial<Person>) => onChange({ ...value, ...part });
  return (
    <fieldset className={styles.group}>
      <legend>
        <span className={styles.code}>{item.code}</span> {item.words}
      </legend>
      <YesNo label={item.words} value={value.has} onChange={(has) => set({ has })} />
      {value.has && (
        <div className={styles.pair}>
          <Input
            aria-label={t("surveys.nameOf", { what: item.words })}
            placeholder={t("surveys.name")}
            maxLength={200}
            value={value.name}
            onChange={({ target }) => set({ name: target.value })}
          />
          <Input
            aria-label={t("surveys.phoneOf", { what: item.words })}
            placeholder={t("surveys.phone")}
            type="tel"
            maxLength={200}
            value={value.phone}
            onChange={({ target }) => set({ phone: target.value })}
          />
        </div>
      )}
      <Said at={`people.${item.code}`} />
    </fieldset>
  );
}

interface YesNoProps {
  label: string;
  value: boolean | null;
  onChange: (value: boolean) => void;
}

/** Neither is chosen until somebody answers. */
export function YesNo({ label, value, onChange }: YesNoProps) {
  const { t } = useTranslation();
  return (
    <Radio.Group
      aria-label={label}
      className={styles.choices}
      value={value}
      onChange={({ target }) => onChange(target.value as boolean)}
      options={[
        { value: true, label: t("surveys.yes") },
        { value: false, label: t("surveys.no") },
      ]}
    />
  );
}
