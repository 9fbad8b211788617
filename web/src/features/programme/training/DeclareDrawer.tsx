import { Checkbox, Form, Input, Segmented } from "antd";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";
import { useRefresh } from "../cases/useCase";
import styles from "./training.module.css";
import { type Area, AREAS } from "./types";

interface Values {
  area: Area;
  items: string[];
  note: string;
}

/** What somebody says they master; a confirmed colleague then sees it done. */
export function DeclareDrawer({ personId, onClose }: { personId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const refresh = useRefresh();
  const area = Form.useWatch("area", form) ?? "hardware";
  const { submit, busy, error } = useSubmit<Values>({
    form,
    save: async (values) => {
      await client.POST("/api/programme/ict", { body: { ...values, person_id: personId } });
      await refresh();
    },
    onSaved: onClose,
  });
  return (
    <FormDrawer<Values>
      open
      title={t("training.declare")}
      form={form}
      initial={{ area: "hardware", items: [], note: "" }}
      submitLabel={t("training.declareSend")}
      labels={{ area: t("training.areaLabel"), items: t("training.items") }}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="area" label={t("training.areaLabel")}>
        <Segmented
          options={AREAS.map((code) => ({ value: code, label: t(`training.area.${code}`) }))}
          onChange={() => form.setFieldValue("items", [])}
        />
      </Form.Item>
      <ItemsField area={area} label={t("training.iMaster")} />
      <Form.Item name="note" label={t("training.declareNote")}>
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
    </FormDrawer>
  );
}

/** The items of an area, by the rules in force. */
export function ItemsField({ area, label }: { area: string; label: string }) {
  const { t } = useTranslation();
  const { data } = api.useQuery("get", "/api/programme/ict/rules");
  const items = (data?.items ?? []).filter((item) => item.area === area);
  return (
    <Form.Item
      name="items"
      label={label}
      extra={data?.clause}
      rules={[{ required: true, type: "array", min: 1, message: t("training.itemsMissing") }]}
    >
      <Checkbox.Group
        className={styles.items}
        options={items.map(({ code, words }) => ({ value: code, label: words }))}
      />
    </Form.Item>
  );
}
