import { Button, Checkbox, Form, Input, InputNumber } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { StaleDialog } from "@/ui/StaleDialog";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { useRefresh } from "../cases/useCase";
import styles from "./feasibility.module.css";
import { type Agreement, MEDIA } from "./types";
import { useAction } from "./useFeasibility";
import { useFeasibilityWords } from "./words";

type Values = Agreement["terms"];

/** What the programme manager fills in of a draft, and sending it off. */
export function AgreementTerms({ of }: { of: Agreement }) {
  const { t } = useTranslation();
  const words = useFeasibilityWords();
  const refresh = useRefresh();
  const issuing = useAction();
  const params = { path: { agreement_id: of.id } };
  const labels = {
    tools: t("feasibility.tools"),
    media: t("feasibility.permitted"),
    delete_within_days: t("feasibility.deleteWithin"),
    record_years: t("feasibility.recordYears"),
    interviewees: t("feasibility.interviewees"),
    note: t("feasibility.note"),
  };
  const { formProps, busy, error, saved, dialog } = useVersionedForm<Values, Agreement>({
    row: of,
    valuesOf: ({ terms }) => terms,
    save: async (values, version) => {
      const { data } = await client.PATCH("/api/programme/agreements/{agreement_id}", {
        params,
        body: { ...values, version },
      });
      await refresh();
      return data;
    },
  });
  const issue = () =>
    void issuing.run(
      client.POST("/api/programme/agreements/{agreement_id}/issue", {
        params,
        body: { version: of.version },
      }),
    );
  return (
    <Form<Values> {...formProps}>
      <ErrorSummary error={error} labels={labels} />
      <Form.Item name="tools" label={labels.tools}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <Form.Item name="media" label={labels.media}>
        <Checkbox.Group
          options={MEDIA.map((code) => ({ value: code, label: words.media(code) }))}
        />
      </Form.Item>
      <div className={styles.row}>
        <Form.Item name="delete_within_days" label={labels.delete_within_days}>
          <InputNumber min={1} max={365} />
        </Form.Item>
        <Form.Item name="record_years" label={labels.record_years}>
          <InputNumber min={1} max={30} />
        </Form.Item>
      </div>
      <Form.Item name="interviewees" label={labels.interviewees}>
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
      <Form.Item name="note" label={labels.note}>
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
      <ErrorSummary error={issuing.error} />
      <div className={styles.row}>
        <Button htmlType="submit" loading={busy}>
          {t("cases.save")}
        </Button>
        <Button loading={issuing.busy} onClick={issue}>
          {t("feasibility.issue")}
        </Button>
      </div>
      {saved && <Notice tone="ok">{t("cases.saved")}</Notice>}
      <StaleDialog labels={labels} {...dialog} />
    </Form>
  );
}
