import { Button, Form, Input, Select } from "antd";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useRefreshBelow } from "@/api/refresh";
import { HERE } from "@/lib/instant";
import { ErrorSummary } from "@/ui/Notice";
import { Facts } from "@/ui/Page";
import { Uploader } from "../transfer/Uploader";
import { ClockFields } from "./ClockFields";
import styles from "./external.module.css";
import { OnTheClock } from "./OnTheClock";
import { type Clock, KIND_OF, useTools, type What, WHATS } from "./types";

interface Values extends Clock {
  what: What;
  tool_id?: string | null;
  tool_name?: string;
  exported_by: string;
  consent?: string;
}

/** First what it is and whose clock it tells, then the files. */
export function EnterCard({ caseId }: { caseId: string }) {
  const { t } = useTranslation();
  const [told, tell] = useState<Values>();
  if (!told) return <Telling onTold={tell} />;
  return (
    <div className={styles.enter}>
      <Facts
        items={[
          [t("external.what"), t(`external.whats.${told.what}`)],
          [t("external.exportedBy"), told.exported_by],
        ]}
      />
      <OnTheClock clock={told} />
      <Handing caseId={caseId} told={told} />
      <Button onClick={() => tell(undefined)}>{t("external.other")}</Button>
    </div>
  );
}

function Telling({ onTold }: { onTold: (values: Values) => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const clock = Form.useWatch([], form);
  const tools = useTools();
  const required = [{ required: true, message: t("requests.required") }];
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      className={styles.form}
      initialValues={{ what: "recording", zone: HERE, offset_seconds: 0 }}
      onFinish={onTold}
    >
      <Form.Item name="what" label={t("external.what")} rules={required}>
        <Select options={WHATS.map((value) => ({ value, label: t(`external.whats.${value}`) }))} />
      </Form.Item>
      <Form.Item name="tool_id" label={t("external.tool")} extra={t("external.toolHint")}>
        <Select allowClear showSearch={{ optionFilterProp: "label" }} options={tools} />
      </Form.Item>
      {!clock?.tool_id && (
        <Form.Item name="tool_name" label={t("external.toolName")} rules={required}>
          <Input maxLength={200} />
        </Form.Item>
      )}
      <Form.Item name="exported_by" label={t("external.exportedBy")} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="consent" label={t("external.consent")} extra={t("external.consentHint")}>
        <Input maxLength={1000} />
      </Form.Item>
      <ClockFields />
      <OnTheClock clock={clock} />
      <div>
        <Button type="primary" htmlType="submit">
          {t("external.toFiles")}
        </Button>
      </div>
    </Form>
  );
}

/** Every file that is sealed becomes an entry with what was told. */
function Handing({ caseId, told }: { caseId: string; told: Values }) {
  const refresh = useRefreshBelow("/api/evidence");
  const [error, setError] = useState<unknown>(null);
  const enter = useCallback(
    (ids: string[]) => {
      const params = { path: { case_id: caseId } };
      const body = { ...told, local_start: told.local_start.slice(0, 16) };
      const sent = ids.map((item_id) =>
        client.POST("/api/evidence/cases/{case_id}/external", {
          params,
          body: { ...body, item_id, tool_name: told.tool_id ? "" : (told.tool_name ?? "") },
        }),
      );
      void Promise.all(sent)
        .catch(setError)
        .finally(() => void refresh());
    },
    [caseId, told, refresh],
  );
  return (
    <>
      <ErrorSummary error={error} />
      <Uploader
        caseId={caseId}
        purpose={{ origin: "external", kind: KIND_OF[told.what] }}
        onSealed={enter}
      />
    </>
  );
}
