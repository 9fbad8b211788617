import { Button, Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCaseId } from "@/lib/caseId";
import { ErrorSummary } from "@/ui/Notice";
import { StaleDialog } from "@/ui/StaleDialog";
import { useVersionedForm } from "@/ui/useVersionedForm";
import styles from "./records.module.css";
import { type Asked, type Entry, useRefreshRecords, type Verdict, VERDICTS } from "./types";

interface Values {
  text: string;
  verdict: Verdict;
  evidence: string[];
}

interface Props {
  asked?: Asked | undefined;
  entry?: Entry | undefined;
  onDone: () => void;
}

type Row = Entry & { version: number };

const BLANK = { text: "", verdict: "", evidence: [] as Entry["evidence"], revision: 0 } as const;
const rowOf = (entry?: Entry) => {
  const row = entry ?? (BLANK as unknown as Entry);
  return { ...row, version: row.revision };
};

/** Writes an answer or a note, or a new version of one; Ctrl+Enter saves. */
export function EntryForm({ asked, entry, onDone }: Props) {
  const { t } = useTranslation();
  const refresh = useRefreshRecords();
  const send = useSend(asked, entry);
  const labels = {
    text: t("records.text"),
    verdict: t("records.verdictLabel"),
    evidence: t("records.evidence"),
  };
  const { formProps, busy, error, dialog } = useVersionedForm<Values, Row>({
    row: rowOf(entry),
    valuesOf: (row) => ({
      text: row.text,
      verdict: row.verdict,
      evidence: row.evidence.map(({ id }) => id),
    }),
    save: async (values, version) => {
      const saved = await send(values, version);
      await refresh();
      onDone();
      return saved && rowOf(saved);
    },
  });
  const { form } = formProps;
  return (
    <Form<Values>
      {...formProps}
      className={styles.form}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.submit();
      }}
    >
      <ErrorSummary error={error} labels={labels} />
      <Form.Item name="text" label={labels.text}>
        <Input.TextArea
          rows={3}
          maxLength={8000}
          placeholder={t(asked ? "records.answerHint" : "records.noteHint")}
        />
      </Form.Item>
      <div className={styles.fields}>
        <Form.Item name="verdict" label={labels.verdict}>
          <Select
            options={[
              { value: "", label: t("records.noVerdict") },
              ...VERDICTS.map((value) => ({ value, label: t(`records.verdict.${value}`) })),
            ]}
          />
        </Form.Item>
        <Form.Item name="evidence" label={labels.evidence}>
          <Cited />
        </Form.Item>
      </div>
      <div className={styles.acts}>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("records.save")}
        </Button>
        {(asked || entry) && <Button onClick={onDone}>{t("ui.cancel")}</Button>}
      </div>
      <StaleDialog labels={labels} {...dialog} />
    </Form>
  );
}

function useSend(asked?: Asked, entry?: Entry) {
  const caseId = useCaseId();
  return async (values: Values, revision: number): Promise<Entry | undefined> => {
    if (entry) {
      const params = { path: { entry_id: entry.thread } };
      const { clauses, line } = entry;
      const body = { ...values, clauses, line, revision };
      return (await client.PUT("/api/records/entries/{entry_id}", { params, body })).data;
    }
    const params = { path: { case_id: caseId } };
    const body = { ...values, clauses: [], question_id: asked?.id ?? null };
    return (await client.POST("/api/records/cases/{case_id}/entries", { params, body })).data;
  };
}

interface CitedProps {
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
}

/** Chooses items of the audit's library, searched on the server by name, code or clause. */
function Cited(props: CitedProps) {
  const { t } = useTranslation();
  const [search, setSearch] = useState("");
  const { data } = api.useQuery("get", "/api/evidence/cases/{case_id}/items", {
    params: { path: { case_id: useCaseId() }, query: { search, size: 100 } },
  });
  const options = data?.items.map(({ id, code, name }) => ({
    value: id,
    label: `${code} ${name}`,
  }));
  return (
    <Select
      {...props}
      mode="multiple"
      placeholder={t("records.cite")}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      options={options ?? []}
    />
  );
}
