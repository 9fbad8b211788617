import { Button, Drawer, Form, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan } from "@/api/me";
import { ErrorSummary } from "@/ui/Notice";
import { Facts, Waiting } from "@/ui/Page";
import { ReasonButton } from "@/ui/ReasonButton";
import { StatusTag } from "@/ui/StatusTag";
import { useSubmit } from "@/ui/useSubmit";
import { useRefresh } from "../cases/useCase";
import { EditCourseDrawer } from "./EditCourseDrawer";
import { RESULT_TONES } from "./RecordsPanel";
import styles from "./training.module.css";
import { type CourseKind, type Result, RESULTS, type Training } from "./types";

/** One course and its people. */
export function CourseDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const may = useCan()("competence", "A");
  const [editing, setEditing] = useState(false);
  const params = { path: { course_id: id } };
  const course = api.useQuery("get", "/api/programme/training/courses/{course_id}", { params });
  const query = { course_id: id, size: 200, sort: "person" };
  const people = api.useQuery("get", "/api/programme/training/records", { params: { query } });
  const { data } = course;
  return (
    <Drawer open size={520} title={data?.title ?? t("training.course")} onClose={onClose}>
      <ErrorSummary error={course.error} />
      {!data && !course.error && <Waiting />}
      {data && (
        <div className={styles.sections}>
          <Facts
            items={[
              [t("training.kindLabel"), t(`training.courseKind.${data.kind as CourseKind}`)],
              [t("training.provider"), data.provider || t("ui.none")],
              [t("training.heldOn"), data.held_on],
              [t("training.hours"), data.hours],
              ...(data.content ? [[t("training.content"), data.content] as const] : []),
            ]}
          />
          {may && <Button onClick={() => setEditing(true)}>{t("training.edit")}</Button>}
          {editing && <EditCourseDrawer of={data} onClose={() => setEditing(false)} />}
          <section>
            <h2>{t("training.people")}</h2>
            <ul className={styles.list}>
              {(people.data?.items ?? []).map((row) => (
                <Participant key={row.id} of={row} may={may} />
              ))}
            </ul>
            {may && <Add key={data.people} courseId={id} />}
          </section>
        </div>
      )}
    </Drawer>
  );
}

function Participant({ of, may }: { of: Training; may: boolean }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const remove = (reason: string) => {
    setBusy(true);
    client
      .POST("/api/programme/training/records/{record_id}/remove", {
        params: { path: { record_id: of.id } },
        body: { reason },
      })
      .catch(setError)
      .finally(() => void refresh().then(() => setBusy(false)));
  };
  return (
    <li>
      <strong>{of.person}</strong>
      <StatusTag tone={RESULT_TONES[of.result as Result]}>
        {t(`training.result.${of.result as Result}`)}
      </StatusTag>
      <small className="muted">
        {[of.certificate_number, of.confirms].filter(Boolean).join(" · ")}
      </small>
      {may && (
        <ReasonButton
          label={t("training.remove")}
          question={t("training.whyRemove")}
          busy={busy}
          onReason={remove}
        />
      )}
      <ErrorSummary error={error} />
    </li>
  );
}

interface Values {
  person_id: string;
  result: Result;
  certificate_number: string;
  confirms: string;
  confirmation_id?: string;
}

function Add({ courseId }: { courseId: string }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const refresh = useRefresh();
  const person = Form.useWatch("person_id", form);
  const people = usePeople();
  const rounds = useRounds(person);
  const { submit, busy, error } = useSubmit<Values>({
    form,
    save: async (values) => {
      await client.POST("/api/programme/training/courses/{course_id}/participants", {
        params: { path: { course_id: courseId } },
        body: { ...values, confirmation_id: values.confirmation_id ?? null },
      });
      await refresh();
    },
    onSaved: () => form.resetFields(),
  });
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ result: "passed", certificate_number: "", confirms: "" }}
      onFinish={(values) => void submit(values)}
    >
      <ErrorSummary error={error} />
      <Form.Item
        name="person_id"
        label={t("training.person")}
        rules={[{ required: true, message: t("training.missing") }]}
      >
        <Select showSearch={{ optionFilterProp: "label" }} options={people} />
      </Form.Item>
      <Form.Item name="result" label={t("training.resultLabel")}>
        <Select
          options={RESULTS.map((code) => ({ value: code, label: t(`training.result.${code}`) }))}
        />
      </Form.Item>
      <Form.Item name="certificate_number" label={t("training.certificate")}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="confirms" label={t("training.confirms")}>
        <Input maxLength={200} placeholder={t("training.confirmsNote")} />
      </Form.Item>
      {rounds.length > 0 && (
        <Form.Item name="confirmation_id" label={t("training.supportsRound")}>
          <Select allowClear options={rounds} />
        </Form.Item>
      )}
      <Button htmlType="submit" loading={busy}>
        {t("training.addPerson")}
      </Button>
    </Form>
  );
}

function usePeople() {
  const query = { size: 200 };
  const { data } = api.useQuery("get", "/api/programme/ict/people", { params: { query } });
  return (data?.items ?? []).map((row) => ({ value: row.person_id, label: row.name }));
}

function useRounds(person: string | undefined) {
  const { t } = useTranslation();
  const query = { person_id: person ?? null, size: 20 };
  const options = { enabled: Boolean(person) };
  const { data } = api.useQuery("get", "/api/programme/ict", { params: { query } }, options);
  return (data?.items ?? []).map((row) => ({
    value: row.id,
    label: `${t(`training.area.${row.area as "hardware" | "software"}`)} ${row.declared_at.slice(0, 10)}`,
  }));
}
