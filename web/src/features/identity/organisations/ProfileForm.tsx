import { Button, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan } from "@/api/me";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { StaleDialog } from "@/ui/StaleDialog";
import { useSubmit } from "@/ui/useSubmit";
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
  const [form] = Form.useForm<Values>();
  const [version, setVersion] = useState(organisation.version);
  const [saved, setSaved] = useState(false);
  const { submit, busy, error, stale, clear } = useSubmit<Values>({
    form,
    save: async (values) => {
      setSaved(false);
      const params = { path: { party_id: organisation.id } };
      const { data } = await client.PATCH("/api/identity/organisations/{party_id}", {
        params,
        body: { ...values, version },
      });
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
      <h2>{t("organisations.profile")}</h2>
      <ErrorSummary error={error} labels={labels} />
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        disabled={!may}
        initialValues={valuesOf(organisation)}
        onValuesChange={() => setSaved(false)}
        onFinish={(values) => void submit(values)}
      >
        <ProfileFields />
        {may && (
          <Button type="primary" htmlType="submit" loading={busy}>
            {t("people.save")}
          </Button>
        )}
      </Form>
      {saved && <Notice tone="ok">{t("people.saved")}</Notice>}
      <StaleDialog
        error={stale}
        mine={form.getFieldsValue()}
        labels={labels}
        keepMine={(current) => resolve(current)}
        takeTheirs={(current) => resolve(current, valuesOf(current as unknown as Organisation))}
        onClose={clear}
      />
    </section>
  );
}
