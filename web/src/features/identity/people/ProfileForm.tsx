import { Button, Form } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan } from "@/api/me";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { StaleDialog } from "@/ui/StaleDialog";
import { useVersionedForm } from "@/ui/useVersionedForm";
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
  const { formProps, busy, error, saved, dialog } = useVersionedForm<Values, Person>({
    row: person,
    valuesOf,
    save: async (values, version) => {
      const params = { path: { person_id: person.id } };
      const body = { ...values, version };
      const { data } = await client.PATCH("/api/identity/people/{person_id}", { params, body });
      await refresh();
      return data;
    },
  });
  return (
    <section className={styles.section}>
      <h2>{t("people.about")}</h2>
      <ErrorSummary error={error} labels={labels} />
      <Form<Values> {...formProps} disabled={!can("people", "U")}>
        <NameAndEmail emailFixed={person.has_account} />
        <LanguageAndZone />
        {can("people", "U") && (
          <Button type="primary" htmlType="submit" loading={busy}>
            {t("people.save")}
          </Button>
        )}
      </Form>
      {saved && <Notice tone="ok">{t("people.saved")}</Notice>}
      <StaleDialog labels={labels} {...dialog} />
    </section>
  );
}
