import { Button, Form, Segmented } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Instant } from "@/ui/Instant";
import { ErrorSummary, Notice } from "@/ui/Notice";
import styles from "./applications.module.css";
import { ContactFields, IdentityFields, useFieldLabels, WishFields } from "./fields";
import { SiteList } from "./SiteList";
import type { Acts, Application, FormShown, FormValues } from "./types";
import { useAutosave } from "./useAutosave";

const STEPS = ["identity", "sites", "wishes", "contact"] as const;
type Step = (typeof STEPS)[number];

interface ApplicationFormProps {
  row: Application;
  form: FormShown;
  acts: Acts;
  onRow: (row: Application) => void;
}

/** The application in four steps; it keeps itself while one types. */
export function ApplicationForm({ row, form: shown, acts, onRow }: ApplicationFormProps) {
  const { t } = useTranslation();
  const labels = useFieldLabels();
  const [step, setStep] = useState<Step>("identity");
  const { form, initial, changed, saved, error, submit, busy, reload } = useAutosave({
    row,
    shown,
    acts,
    onRow,
  });
  const place = STEPS.indexOf(step);
  const next = STEPS[place + 1];
  const isDraft = row.state === "draft";
  return (
    <Form<FormValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      onValuesChange={changed}
      className={styles.form}
    >
      <div className={styles.steps}>
        <Segmented<Step>
          aria-label={t("applications.steps.label")}
          value={step}
          onChange={setStep}
          options={STEPS.map((each, index) => ({
            value: each,
            label: `${index + 1} ${t(`applications.steps.${each}`)}`,
          }))}
        />
      </div>
      <ErrorSummary
        error={error}
        labels={labels}
        action={reload && <Button onClick={reload}>{t("applications.takeTheirs")}</Button>}
      />
      <div hidden={step !== "identity"}>
        <IdentityFields />
      </div>
      <div hidden={step !== "sites"}>
        <SiteList />
      </div>
      <div hidden={step !== "wishes"}>
        <WishFields />
      </div>
      <div hidden={step !== "contact"}>
        <ContactFields />
      </div>
      <div className={styles.foot}>
        <small role="status">
          {saved === "saving" && t("applications.saving")}
          {saved === "waiting" && t("applications.notSaved")}
          {saved instanceof Date && (
            <>
              {t("applications.savedAt")} <Instant at={saved.toISOString()} seconds />
            </>
          )}
        </small>
        <span className={styles.buttons}>
          {place > 0 && (
            <Button onClick={() => setStep(STEPS[place - 1] ?? step)}>
              {t("applications.back")}
            </Button>
          )}
          {next && (
            <Button type={isDraft ? "primary" : "default"} onClick={() => setStep(next)}>
              {t("applications.next")}
            </Button>
          )}
          {!next && isDraft && (
            <Button type="primary" loading={busy} onClick={submit}>
              {t("applications.submit")}
            </Button>
          )}
        </span>
      </div>
      {!next && isDraft && <Notice tone="blue">{t("applications.submitNote")}</Notice>}
    </Form>
  );
}
