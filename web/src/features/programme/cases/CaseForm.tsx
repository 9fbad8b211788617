import { Button, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { StaleDialog } from "@/ui/StaleDialog";
import { useVersionedForm } from "@/ui/useVersionedForm";
import styles from "./caseForm.module.css";
import { type Case, type Mode, MODES } from "./types";
import { useRefresh } from "./useCase";
import { useCaseWords } from "./words";

interface Values {
  mode: Mode;
  starts_on: string;
  ends_on: string;
  due_from: string;
  due_by: string;
  coordinator_id?: string | null;
  scope: string;
  criteria: string;
  objectives: string;
}

const valuesOf = (row: Case): Values => ({
  mode: row.mode as Mode,
  starts_on: row.starts_on ?? "",
  ends_on: row.ends_on ?? "",
  due_from: row.due_from ?? "",
  due_by: row.due_by ?? "",
  coordinator_id: row.coordinator_id,
  scope: row.scope,
  criteria: row.criteria,
  objectives: row.objectives,
});

const DAYS = ["starts_on", "ends_on", "due_from", "due_by"] as const;

/** The audit's own entries, for those who plan it. */
export function CaseForm({ of }: { of: Case }) {
  const { t } = useTranslation();
  const words = useCaseWords();
  const refresh = useRefresh();
  const labels = useLabels();
  const { formProps, busy, error, saved, dialog } = useVersionedForm<Values, Case>({
    row: of,
    valuesOf,
    save: async (values, version) => {
      const days = Object.fromEntries(DAYS.map((day) => [day, values[day] || null]));
      const { data } = await client.PATCH("/api/programme/cases/{case_id}", {
        params: { path: { case_id: of.id } },
        body: { ...values, ...days, coordinator_id: values.coordinator_id ?? null, version },
      });
      await refresh();
      return data;
    },
  });
  return (
    <Form<Values> {...formProps}>
      <ErrorSummary error={error} labels={labels} />
      <div className={styles.pairs}>
        <Form.Item name="mode" label={labels.mode}>
          <Select options={MODES.map((mode) => ({ value: mode, label: words.mode(mode) }))} />
        </Form.Item>
        <Form.Item name="coordinator_id" label={labels.coordinator_id}>
          <Coordinators clientId={of.client_id} />
        </Form.Item>
        {DAYS.map((day) => (
          <Form.Item key={day} name={day} label={labels[day]}>
            <Input type="date" />
          </Form.Item>
        ))}
      </div>
      <Form.Item name="scope" label={labels.scope}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <Form.Item name="criteria" label={labels.criteria}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <Form.Item name="objectives" label={labels.objectives}>
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
      <Button htmlType="submit" loading={busy}>
        {t("cases.save")}
      </Button>
      {saved && <Notice tone="ok">{t("cases.saved")}</Notice>}
      <StaleDialog labels={labels} {...dialog} />
    </Form>
  );
}

/** People of the client, of whom one answers for it. */
function Coordinators(props: { clientId: string; value?: string; onChange?: () => void }) {
  const { clientId, ...field } = props;
  const { t } = useTranslation();
  const query = { tenant_id: clientId, size: 200 };
  const { data } = api.useQuery("get", "/api/identity/people", { params: { query } });
  const people = (data?.items ?? []).filter(({ is_active }) => is_active);
  return (
    <Select
      {...field}
      allowClear
      placeholder={t("cases.noCoordinator")}
      options={people.map(({ id, name }) => ({ value: id, label: name }))}
    />
  );
}

function useLabels() {
  const { t } = useTranslation();
  return {
    mode: t("cases.modeLabel"),
    coordinator_id: t("cases.coordinator"),
    starts_on: t("cases.startsOn"),
    ends_on: t("cases.endsOn"),
    due_from: t("cases.dueFrom"),
    due_by: t("cases.dueBy"),
    scope: t("cases.scope"),
    criteria: t("cases.criteria"),
    objectives: t("cases.objectives"),
  };
}
