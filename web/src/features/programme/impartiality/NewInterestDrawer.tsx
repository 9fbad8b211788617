import { Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useMe } from "@/api/me";
import { FormDrawer } from "@/ui/FormDrawer";
import { useSubmit } from "@/ui/useSubmit";
import { useRefresh } from "../cases/useCase";
import { useClients, useColleagues } from "../team/people";
import styles from "./impartiality.module.css";
import { INTEREST_KINDS, type InterestValues } from "./types";

interface NewInterestDrawerProps {
  onClose: () => void;
  onCreated: (id: string) => void;
}

/** What ties somebody to a client: one's own tie, or a colleague's for who keeps the register. */
export function NewInterestDrawer({ onClose, onCreated }: NewInterestDrawerProps) {
  const { t } = useTranslation();
  const me = useMe().person.id;
  const people = useColleagues();
  const clients = useClients();
  const [form] = Form.useForm<InterestValues>();
  const refresh = useRefresh();
  const { submit, busy, error } = useSubmit<InterestValues>({
    form,
    save: async ({ until, ...values }) => {
      const { data } = await client.POST("/api/programme/interests", {
        body: { ...values, until: until || null },
      });
      await refresh();
      if (data) onCreated(data.id);
    },
    onSaved: () => undefined,
  });
  const labels = {
    person_id: t("impartiality.person"),
    client_id: t("impartiality.client"),
    kind: t("impartiality.kindLabel"),
    since: t("impartiality.since"),
    until: t("impartiality.until"),
    details: t("impartiality.details"),
  };
  const required = [{ required: true, message: t("competence.missing") }];
  return (
    <FormDrawer<InterestValues>
      open
      title={t("impartiality.register")}
      form={form}
      initial={{ person_id: me, kind: "consultancy", until: "", details: "" }}
      submitLabel={t("impartiality.registerIt")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void submit(values)}
      onClose={onClose}
    >
      <Form.Item name="person_id" label={labels.person_id} rules={required}>
        <Select showSearch={{ optionFilterProp: "label" }} options={people} />
      </Form.Item>
      <Form.Item name="client_id" label={labels.client_id} rules={required}>
        <Select showSearch={{ optionFilterProp: "label" }} options={clients} />
      </Form.Item>
      <Form.Item name="kind" label={labels.kind} rules={required}>
        <Select
          options={INTEREST_KINDS.map((value) => ({
            value,
            label: t(`impartiality.kind.${value}`),
          }))}
        />
      </Form.Item>
      <div className={styles.pair}>
        <Form.Item name="since" label={labels.since} rules={required}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="until" label={labels.until} extra={t("impartiality.untilNote")}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item name="details" label={labels.details}>
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </FormDrawer>
  );
}
