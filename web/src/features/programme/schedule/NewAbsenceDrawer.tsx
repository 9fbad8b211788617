import { Form, Select } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCanWholly, useMe } from "@/api/me";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";
import { useRefresh } from "../cases/useCase";
import { useColleagues } from "../team/people";
import { AbsenceFields, useAbsenceLabels } from "./fields";
import type { AbsenceValues } from "./types";

/** One's own absence; whoever plans may enter a colleague's. */
export function NewAbsenceDrawer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const me = useMe().person.id;
  const anybody = useCanWholly()("availability", "U");
  const people = useColleagues();
  const [form] = Form.useForm<AbsenceValues>();
  const refresh = useRefresh();
  const { submit, busy, error } = useSubmit<AbsenceValues>({
    form,
    save: async (values) => {
      await client.POST("/api/programme/absences", { body: values });
      await refresh();
    },
    onSaved: onClose,
  });
  const labels = useAbsenceLabels();
  return (
    <FormDrawer<AbsenceValues>
      open
      title={t("schedule.enter")}
      form={form}
      initial={{ person_id: me, kind: "leave", from_noon: false, until_noon: false, note: "" }}
      submitLabel={t("schedule.enterIt")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="person_id" label={labels.person_id} hidden={!anybody}>
        <Select showSearch={{ optionFilterProp: "label" }} options={people} />
      </Form.Item>
      <AbsenceFields />
    </FormDrawer>
  );
}
