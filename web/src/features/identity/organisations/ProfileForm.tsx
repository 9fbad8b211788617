import { Button, Form } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan } from "@/api/me";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { StaleDialog } from "@/ui/StaleDialog";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { ProfileFields, useProfileLabels } from "./fields";
import styles from "./organisations.module.css";
import { type Organisation, useRefresh } from "./types";

type Values = Pick<
  Organisation,
  "name" | "name_en" | "short_name" | "credit_code" | "address" | "zone"
>;

const valuesOf = ({
  name,
  name_en,
  short_name,
  credit_code,
  address,
  zone,
}: Organisation): Values => ({
  name,
  name_en,
  short_name,
  credit_code,
  address,
  zone,
});

export function ProfileForm({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const may = useCan()("organisations", "U");
  const labels = useProfileLabels();
  const refresh = useRefresh();
  const { formProps, busy, error, saved, dialog } = useVersionedForm<Values, Organisation>({
    row: organisation,
    valuesOf,
    save: async (values, version) => {
      const params = { path: { party_id: organisation.id } };
      const body = { ...values, version };
      const { data } = await client.PATCH("/api/identity/organisations/{party_id}", {
        params,
        body,
      });
      await refresh();
      return data;
    },
  });
  return (
    <section className={styles.section}>
      <h2>{t("organisations.profile")}</h2>
      <ErrorSummary error={error} labels={labels} />
      <Form<Values> {...formProps} disabled={!may}>
        <ProfileFields />
        {may && (
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
