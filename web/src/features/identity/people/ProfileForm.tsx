import { Button, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan } from "@/api/me";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { StaleDialog } from "@/ui/StaleDialog";
import { useSubmit } from "@/ui/useSubmit";
import { LanguageAndZone, NameAndEmail, usePersonLabels } from "./fields";
import styles from "./people.module.css";
import { useRefresh } from "./queries";
import type { Language, Person } from "./types";

interface Values {
  name: string;
  email: string;
  phone: string;
  language: Language;
  zone: string;
}

const valuesOf = ({ name, email, phone, language, zone }: Person): Values => ({
  name,
  email,
  phone,
  language: language as Language,
  zone,
});

/** Somebody else may save first: the version that the form showed travels with it. */
export function ProfileForm({ person }: { person: Person }) {
  const { t } = useTranslation();
  const can = useCan();
  const labels = usePersonLabels();
  const refresh = useRefresh();
  const [form] = Form.useForm<Values>();
  const [version, setVersion] = useState(person.version);
  const [saved, setSaved] = useState(false);
  const { submit, busy, error, stale, clear } = useSubmit<Values>({
    form,
    save: async (values) => {
      setSaved(false);
      const params = { path: { person_id: person.id } };
      const body = { ...values, version };
      const { data } = await client.PATCH("/api/identity/people/{person_id}", { params, body });
      setVersion(data?.version ?? version);
      await refresh();
    },
    onSaved: () => setSaved(true),
  });
  const resolve = (current: Record<string, unknown>, values?: Values) => {
    setVersion(Number(current.version));
    if (values) form.setFieldsValue(values);
    clear();
  };
  return (
    <section className={styles.section}>
      <h2>{t("people.about")}</h2>
      <ErrorSummary error={error} labels={labels} />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={!can("people", "U")}
        initialValues={valuesOf(person)}
        onValuesChange={() => setSaved(false)}
        onFinish={(values) => void submit(values)}
      >
        <NameAndEmail emailFixed={person.has_account} />
        <LanguageAndZone />
        {can("people", "U") && (
          <Button type="primary" htmlType="submit" loading={busy}>
            {t("people.save")}
          </Button>
        )}
      </Form>
      {saved && <Notice tone="ok">{t("people.saved")}</Notice>}
      <StaleDialog
        error={stale}
        mine={form.getFieldsValue() as unknown as Record<string, unknown>}
        labels={labels}
        keepMine={(current) => resolve(current)}
        takeTheirs={(current) => resolve(current, valuesOf(current as unknown as Person))}
        onClose={clear}
      />
    </section>
  );
}
