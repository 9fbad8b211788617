import { Button, Checkbox, Form, Input } from "antd";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan } from "@/api/me";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { StaleDialog } from "@/ui/StaleDialog";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { ZoneSelect } from "@/ui/ZoneSelect";
import { useCase, useRefresh } from "../cases/useCase";
import styles from "./plan.module.css";
import { TalkRead } from "./TalkRead";
import type { Talk } from "./types";

type Point = { is_settled: boolean; note: string };
interface Values {
  points: Record<string, Point>;
  held_local: string;
  zone: string;
  attended: string;
}

const valuesOf = (talk: Talk): Values => ({
  points: Object.fromEntries(
    talk.points.map(({ code, is_settled, note }) => [code, { is_settled, note }]),
  ),
  held_local: talk.held_local,
  zone: talk.zone,
  attended: talk.attended,
});

/** What the leader settled with the client on tools and how evidence is shown. */
export function ClientTalk() {
  const { id, is_closed } = useCase();
  const params = { path: { case_id: id } };
  const { data } = api.useSuspenseQuery("get", "/api/programme/cases/{case_id}/client-talk", {
    params,
  });
  const { t } = useTranslation();
  const may = useCan()("plan", "U") && !is_closed;
  const settled = data.points.filter(({ is_settled, note }) => is_settled || note).length;
  const count = t("plan.talk.settled", { settled, all: data.points.length });
  return (
    <Card title={t("plan.talk.title")} aside={count}>
      {may ? <TalkForm key={id} talk={data} /> : <TalkRead talk={data} />}
    </Card>
  );
}

function TalkForm({ talk }: { talk: Talk }) {
  const { t } = useTranslation();
  const { id } = useCase();
  const refresh = useRefresh();
  const { formProps, busy, error, saved, dialog } = useVersionedForm<Values, Talk>({
    row: talk,
    valuesOf,
    save: async (values, version) => {
      const { data } = await client.PATCH("/api/programme/cases/{case_id}/client-talk", {
        params: { path: { case_id: id } },
        body: { ...values, version },
      });
      await refresh();
      return data;
    },
  });
  const labels = {
    held_local: t("plan.talk.held"),
    zone: t("plan.field.zone"),
    attended: t("plan.talk.attended"),
  };
  return (
    <Form<Values> {...formProps}>
      <ErrorSummary error={error} labels={labels} />
      <ol className={styles.talk}>
        {talk.points.map(({ code, text }) => (
          <li key={code}>
            <Form.Item name={["points", code, "is_settled"]} valuePropName="checked" noStyle>
              <Checkbox>{text}</Checkbox>
            </Form.Item>
            <Form.Item name={["points", code, "note"]} noStyle>
              <Input
                aria-label={t("plan.talk.noteOn", { text })}
                placeholder={t("plan.talk.note")}
              />
            </Form.Item>
          </li>
        ))}
      </ol>
      <div className={styles.pair}>
        <Form.Item name="held_local" label={labels.held_local}>
          <Input type="datetime-local" step={300} />
        </Form.Item>
        <Form.Item name="zone" label={labels.zone}>
          <ZoneSelect />
        </Form.Item>
      </div>
      <Form.Item name="attended" label={labels.attended}>
        <Input maxLength={200} />
      </Form.Item>
      <Button htmlType="submit" loading={busy}>
        {t("plan.save")}
      </Button>
      {saved && <Notice tone="ok">{t("plan.talk.saved")}</Notice>}
      <StaleDialog labels={labels} {...dialog} />
    </Form>
  );
}
