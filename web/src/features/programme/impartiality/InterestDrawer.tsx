import { Button, Drawer, Form, Input, Select } from "antd";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan, useMe } from "@/api/me";
import { Instant } from "@/ui/Instant";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Facts, Waiting } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { useSubmit } from "@/ui/useSubmit";
import { useRefresh } from "../cases/useCase";
import styles from "./impartiality.module.css";
import {
  DECISIONS,
  type Decision,
  type DecisionValues,
  type Interest,
  type InterestKind,
  STANDING,
} from "./types";

/** One interest: what it means today and under which clause, and the committee's decision. */
export function InterestDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const params = { path: { interest_id: id } };
  const { data, error } = api.useQuery("get", "/api/programme/interests/{interest_id}", { params });
  const me = useMe().person.id;
  const may = useCan()("impartiality", "A");
  return (
    <Drawer open size={520} title={data?.person ?? t("impartiality.one")} onClose={onClose}>
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      {data && (
        <div className={styles.sections}>
          <About row={data} />
          {may && data.person_id === me && <Notice tone="blue">{t("impartiality.notOwn")}</Notice>}
          {may && data.person_id !== me && <Decide key={data.version} row={data} />}
        </div>
      )}
    </Drawer>
  );
}

function About({ row }: { row: Interest }) {
  const { t } = useTranslation();
  const standing = (
    <span>
      <StatusTag tone={STANDING[row.standing]}>
        {t(`impartiality.standing.${row.standing}`)}
      </StatusTag>{" "}
      <small>{row.clause}</small>
    </span>
  );
  return (
    <Facts
      items={[
        [t("impartiality.standingLabel"), standing],
        [t("impartiality.client"), row.client],
        [t("impartiality.kindLabel"), t(`impartiality.kind.${row.kind as InterestKind}`)],
        [t("impartiality.since"), row.since],
        [t("impartiality.until"), row.until ?? t("impartiality.lasting")],
        [t("impartiality.freeFrom"), row.free_from ?? t("ui.none")],
        [t("impartiality.details"), row.details || t("ui.none")],
        [t("impartiality.decisionLabel"), t(`impartiality.decision.${row.decision as Decision}`)],
        ...(row.decided_at
          ? ([
              [t("impartiality.treatment"), row.treatment || t("ui.none")],
              [t("impartiality.reason"), row.decision_reason],
              [
                t("impartiality.decidedBy"),
                <span key="by">
                  {row.decided_by} · <Instant at={row.decided_at} />
                </span>,
              ],
            ] as const)
          : []),
      ]}
    />
  );
}

function Decide({ row }: { row: Interest }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<DecisionValues>();
  const refresh = useRefresh();
  const { submit, busy, error, stale } = useSubmit<DecisionValues>({
    form,
    save: async (values) => {
      await client.POST("/api/programme/interests/{interest_id}/decide", {
        params: { path: { interest_id: row.id } },
        body: { version: row.version, ...values },
      });
      await refresh();
    },
    onSaved: () => undefined,
  });
  const labels = {
    decision: t("impartiality.decisionLabel"),
    treatment: t("impartiality.treatment"),
    reason: t("impartiality.reason"),
  };
  return (
    <Form<DecisionValues>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ decision: "accepted", treatment: row.treatment, reason: "" }}
      onFinish={(values) => void submit(values)}
    >
      <ErrorSummary error={error ?? stale} labels={labels} />
      <Form.Item name="decision" label={t("impartiality.committee")}>
        <Select
          options={DECISIONS.map((value) => ({
            value,
            label: t(`impartiality.decision.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="treatment" label={labels.treatment} extra={t("impartiality.treatmentNote")}>
        <Input.TextArea rows={2} maxLength={1000} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={labels.reason}
        rules={[{ required: true, whitespace: true, message: t("competence.missing") }]}
      >
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t("impartiality.decide")}
      </Button>
    </Form>
  );
}
