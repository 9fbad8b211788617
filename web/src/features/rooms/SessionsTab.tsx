import { Button, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan } from "@/api/me";
import { useCaseId } from "@/lib/caseId";
import { HERE } from "@/lib/instant";
import { FormDrawer } from "@/ui/FormDrawer";
import { ErrorSummary } from "@/ui/Notice";
import { ZoneSelect } from "@/ui/ZoneSelect";
import styles from "./rooms.module.css";
import { SessionList } from "./SessionList";
import { useSend } from "./useSend";

interface Values {
  title: string;
  local_start: string;
  local_end: string;
  zone: string;
}

/** The sessions of one audit; its team makes them from the plan, or adds one. */
export function SessionsTab() {
  const { t } = useTranslation();
  const caseId = useCaseId();
  const mayHost = useCan()("sessions", "host");
  const [adding, setAdding] = useState(false);
  const { busy, error, send } = useSend();
  const params = { path: { case_id: caseId } };
  return (
    <>
      {mayHost && (
        <div className={styles.acts}>
          <Button
            loading={busy}
            onClick={() =>
              void send(() => client.POST("/api/rooms/cases/{case_id}/plan", { params }))
            }
          >
            {t("rooms.makeFromPlan")}
          </Button>
          <Button type="primary" onClick={() => setAdding(true)}>
            {t("rooms.add")}
          </Button>
        </div>
      )}
      <ErrorSummary error={error} />
      <SessionList caseId={caseId} />
      {adding && <Addition onClose={() => setAdding(false)} />}
    </>
  );
}

function Addition({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const params = { path: { case_id: useCaseId() } };
  const { busy, error, send } = useSend();
  const labels = {
    title: t("rooms.name"),
    local_start: t("rooms.from"),
    local_end: t("rooms.to"),
    zone: t("rooms.zone"),
  };
  const add = async (body: Values) => {
    const sent = () => client.POST("/api/rooms/cases/{case_id}/sessions", { params, body });
    if (await send(sent)) onClose();
  };
  return (
    <FormDrawer<Values>
      open
      title={t("rooms.add")}
      form={form}
      initial={{ zone: HERE }}
      submitLabel={t("rooms.save")}
      labels={labels}
      busy={busy}
      error={error}
      onSubmit={(values) => void add(values)}
      onClose={onClose}
    >
      <Form.Item name="title" label={labels.title} rules={[{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="local_start" label={labels.local_start} rules={[{ required: true }]}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="local_end" label={labels.local_end} rules={[{ required: true }]}>
        <Input type="datetime-local" />
      </Form.Item>
      <Form.Item name="zone" label={labels.zone} rules={[{ required: true }]}>
        <ZoneSelect />
      </Form.Item>
    </FormDrawer>
  );
}
