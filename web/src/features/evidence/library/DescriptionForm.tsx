import { Button, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { evidenceKey } from "@/lib/evidence";
import { ErrorSummary } from "@/ui/Notice";
import { StaleDialog } from "@/ui/StaleDialog";
import { useVersionedForm } from "@/ui/useVersionedForm";
import styles from "./library.module.css";
import type { WholeItem } from "./types";

interface Values {
  name: string;
  note: string;
  retention: WholeItem["retention"];
  effective_on: string;
}

/** What people say about an item; its content and its hashes never change. */
export function DescriptionForm({ of, onDone }: { of: WholeItem; onDone: () => void }) {
  const { t } = useTranslation();
  const labels = {
    name: t("evidence.name"),
    note: t("evidence.note"),
    retention: t("evidence.retentionLabel"),
    effective_on: t("evidence.effective"),
  };
  const { formProps, busy, error, dialog } = useVersionedForm<Values, WholeItem>({
    row: of,
    valuesOf: (row) => ({
      name: row.name,
      note: row.note,
      retention: row.retention,
      effective_on: row.effective_on ?? "",
    }),
    save: async ({ effective_on, ...values }, version) => {
      const params = { path: { evidence_id: of.id } };
      const body = { ...values, effective_on: effective_on || null, version };
      const { data } = await client.PATCH("/api/evidence/items/{evidence_id}", { params, body });
      onDone();
      return data;
    },
  });
  return (
    <section>
      <ErrorSummary error={error} labels={labels} />
      <Form<Values> {...formProps}>
        <Form.Item name="name" label={labels.name} rules={[{ required: true }]}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="note" label={labels.note}>
          <Input.TextArea rows={3} maxLength={4000} />
        </Form.Item>
        <Form.Item
          name="effective_on"
          label={labels.effective_on}
          extra={t("evidence.effectiveNote")}
        >
          <Input type="date" />
        </Form.Item>
        <Form.Item name="retention" label={labels.retention}>
          <Select
            options={(["working", "record"] as const).map((value) => ({
              value,
              label: t(evidenceKey.retention(value)),
            }))}
          />
        </Form.Item>
        <div className={styles.under}>
          <Button onClick={onDone}>{t("ui.cancel")}</Button>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t("evidence.save")}
          </Button>
        </div>
      </Form>
      <StaleDialog labels={labels} {...dialog} />
    </section>
  );
}
