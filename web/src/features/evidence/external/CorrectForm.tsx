import { Button, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useRefreshBelow } from "@/api/refresh";
import { ErrorSummary } from "@/ui/Notice";
import { StaleDialog } from "@/ui/StaleDialog";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { ClockFields, useClockLabels } from "./ClockFields";
import styles from "./external.module.css";
import { OnTheClock } from "./OnTheClock";
import type { Clock, WholeExternal } from "./types";

const COLUMNS = {
  chat: ["time", "name", "text"],
  attendance: ["name", "joined", "left"],
} as const;
type Named = Partial<Record<"time" | "name" | "text" | "joined" | "left", string>>;

interface Values extends Clock {
  columns: Named;
  reason: string;
}

/** Sets the clock or the columns right; the timeline is read anew, the journal says why. */
export function CorrectForm({ of, onDone }: { of: WholeExternal; onDone: () => void }) {
  const { t } = useTranslation();
  const refresh = useRefreshBelow("/api/evidence");
  const labels = { ...useClockLabels(), reason: t("external.reason") };
  const { formProps, busy, error, dialog } = useVersionedForm<Values, WholeExternal>({
    row: of,
    valuesOf: (row) => ({
      zone: row.zone,
      local_start: row.local_start,
      offset_seconds: row.offset_seconds,
      plan_item_id: row.plan_item_id,
      columns: row.columns as Named,
      reason: "",
    }),
    save: async ({ plan_item_id, ...values }, version) => {
      const { data } = await client.PATCH("/api/evidence/external/{external_id}", {
        params: { path: { external_id: of.id } },
        body: {
          ...values,
          local_start: values.local_start.slice(0, 16),
          plan_item_id: plan_item_id ?? null,
          columns: Object.fromEntries(
            Object.entries(values.columns ?? {}).filter(([, heading]) => heading),
          ),
          version,
        },
      });
      await refresh();
      onDone();
      return data;
    },
  });
  const clock = Form.useWatch([], formProps.form);
  const columns = of.what in COLUMNS ? COLUMNS[of.what as keyof typeof COLUMNS] : [];
  const headings = of.headings.map((value) => ({ value, label: value }));
  return (
    <section>
      <ErrorSummary error={error} labels={labels} />
      <Form<Values> {...formProps} className={styles.form}>
        <ClockFields />
        {headings.length > 0 &&
          columns.map((name) => (
            <Form.Item key={name} name={["columns", name]} label={t(`external.column.${name}`)}>
              <Select allowClear options={headings} />
            </Form.Item>
          ))}
        <OnTheClock clock={clock} />
        <Form.Item
          name="reason"
          label={labels.reason}
          rules={[{ required: true, message: t("requests.required") }]}
        >
          <Input maxLength={500} />
        </Form.Item>
        <div className={styles.buttons}>
          <Button onClick={onDone}>{t("ui.cancel")}</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t("external.save")}
          </Button>
        </div>
      </Form>
      <StaleDialog labels={labels} {...dialog} />
    </section>
  );
}
