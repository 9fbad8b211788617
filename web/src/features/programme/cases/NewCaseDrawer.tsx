import { Form, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";
import { KINDS, MODES, type NewCase } from "./types";
import { useRefresh } from "./useCase";
import { useCaseWords } from "./words";

interface NewCaseDrawerProps {
  onClose: () => void;
  onCreated: (id: string) => void;
}

/** One more audit of a client's programme. */
export function NewCaseDrawer({ onClose, onCreated }: NewCaseDrawerProps) {
  const { t } = useTranslation();
  const words = useCaseWords();
  const [form] = Form.useForm<NewCase>();
  const refresh = useRefresh();
  const programmes = useProgrammes();
  const { submit, busy, error } = useSubmit<NewCase>({
    form,
    save: async ({ due_by, ...values }) => {
      const { data } = await client.POST("/api/programme/cases", {
        body: { ...values, due_by: due_by || null },
      });
      await refresh();
      if (data) onCreated(data.id);
    },
    onSaved: () => undefined,
  });
  const labels = {
    programme_id: t("cases.programme"),
    kind: t("cases.kindLabel"),
    sequence: t("cases.sequence"),
    mode: t("cases.modeLabel"),
    due_by: t("cases.dueBy"),
  };
  const isSurveillance = Form.useWatch("kind", form) === "surveillance";
  return (
    <FormDrawer<NewCase>
      open
      title={t("cases.new")}
      form={form}
      initial={{ kind: "surveillance", sequence: 1, mode: "on_site" }}
      submitLabel={t("cases.create")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item
        name="programme_id"
        label={labels.programme_id}
        extra={programmes.length === 0 ? t("cases.noProgramme") : undefined}
        rules={[{ required: true, message: t("cases.programmeMissing") }]}
      >
        <Select showSearch={{ optionFilterProp: "label" }} options={programmes} />
      </Form.Item>
      <Form.Item name="kind" label={labels.kind}>
        <Select options={KINDS.map((kind) => ({ value: kind, label: words.kindOf(kind) }))} />
      </Form.Item>
      {isSurveillance && (
        <Form.Item name="sequence" label={labels.sequence}>
          <InputNumber min={1} max={9} />
        </Form.Item>
      )}
      <Form.Item name="mode" label={labels.mode}>
        <Select options={MODES.map((mode) => ({ value: mode, label: words.mode(mode) }))} />
      </Form.Item>
      <Form.Item name="due_by" label={labels.due_by}>
        <Input type="date" />
      </Form.Item>
    </FormDrawer>
  );
}

function useProgrammes() {
  const { t } = useTranslation();
  const query = { state: "running" as const, size: 200 };
  const { data } = api.useQuery("get", "/api/programme/programmes", { params: { query } });
  return (data?.items ?? []).map((row) => ({
    value: row.id,
    label: t("cases.programmeOf", {
      client: row.client,
      cycle: row.cycle,
      schemes: row.schemes.join(" + "),
    }),
  }));
}
