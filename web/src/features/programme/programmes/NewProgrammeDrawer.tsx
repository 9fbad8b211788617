import { Form, InputNumber } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";
import { useRefresh } from "../cases/useCase";
import { ClientField } from "../sites/fields";
import { bodyOf, ProgrammeFields, type ProgrammeValues, useProgrammeLabels } from "./fields";

interface NewProgrammeDrawerProps {
  onClose: () => void;
  onCreated: (id: string) => void;
}

type Values = ProgrammeValues & { client_id: string; cycle: number };

/** A draft for one certification cycle of an engaged client. */
export function NewProgrammeDrawer({ onClose, onCreated }: NewProgrammeDrawerProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const refresh = useRefresh();
  const labels = useProgrammeLabels();
  const { submit, busy, error } = useSubmit<Values>({
    form,
    save: async (values) => {
      const { data } = await client.POST("/api/programme/programmes", { body: bodyOf(values) });
      await refresh();
      if (data) onCreated(data.id);
    },
    onSaved: () => undefined,
  });
  return (
    <FormDrawer<Values>
      open
      title={t("programmes.new")}
      form={form}
      initial={{ cycle: 1, jurisdiction: "CN", schemes: [], scope_codes: [], scope: "" }}
      submitLabel={t("programmes.create")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <ClientField />
      <Form.Item name="cycle" label={labels.cycle} extra={t("programmes.cycleNote")}>
        <InputNumber min={1} max={99} />
      </Form.Item>
      <ProgrammeFields />
    </FormDrawer>
  );
}
