import { Button, Drawer, Form, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan, useMe } from "@/api/me";
import { ErrorSummary } from "@/ui/Notice";
import { Waiting } from "@/ui/Page";
import { ReasonButton } from "@/ui/ReasonButton";
import { StatusTag } from "@/ui/StatusTag";
import { useSubmit } from "@/ui/useSubmit";
import { useRefresh } from "../cases/useCase";
import { ItemsField } from "./DeclareDrawer";
import styles from "./training.module.css";
import { type Area, type Round, ROUND_TONES, type RoundState } from "./types";

/** Every round of one person, the newest first, with the next step for whoever may take it. */
export function PersonIctDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const query = { person_id: id, size: 100 };
  const { data, error } = api.useQuery("get", "/api/programme/ict", { params: { query } });
  const rows = data?.items ?? [];
  return (
    <Drawer open size={520} title={rows[0]?.person ?? t("training.tab.ict")} onClose={onClose}>
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      {data && rows.length === 0 && <p className="muted">{t("training.noRounds")}</p>}
      <div className={styles.sections}>
        {rows.map((row) => (
          <OneRound key={row.id} of={row} />
        ))}
      </div>
    </Drawer>
  );
}

function OneRound({ of }: { of: Round }) {
  const { t } = useTranslation();
  return (
    <section className={styles.round}>
      <span>
        <strong>{t(`training.area.${of.area as Area}`)}</strong>{" "}
        <StatusTag tone={ROUND_TONES[of.state as RoundState]}>
          {t(`training.state.${of.state as RoundState}`)}
        </StatusTag>{" "}
        {of.valid_until && <small>{t("training.until", { day: of.valid_until })}</small>}
      </span>
      {of.declared_note && <small className="muted">{of.declared_note}</small>}
      {of.checked_on && (
        <small>
          {t("training.checkedBy", { name: of.checked_by, day: of.checked_on })} {of.check_note}
        </small>
      )}
      {of.confirmed_on && (
        <small>{t("training.confirmedBy", { name: of.confirmed_by, day: of.confirmed_on })}</small>
      )}
      <Next of={of} />
    </section>
  );
}

function Next({ of }: { of: Round }) {
  const { t } = useTranslation();
  const can = useCan();
  const me = useMe();
  const refresh = useRefresh();
  const [checking, setChecking] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const isOwn = of.person_id === me.person.id;
  const params = { path: { confirmation_id: of.id } };
  const { version } = of;
  const run = (action: Promise<unknown>) => {
    setBusy(true);
    setError(null);
    action.catch(setError).finally(() => void refresh().then(() => setBusy(false)));
  };
  const confirm = () =>
    run(client.POST("/api/programme/ict/{confirmation_id}/confirm", { params, body: { version } }));
  const withdraw = (reason: string) =>
    run(
      client.POST("/api/programme/ict/{confirmation_id}/withdraw", {
        params,
        body: { version, reason },
      }),
    );
  if (checking) return <CheckForm of={of} onDone={() => setChecking(false)} />;
  return (
    <div className={styles.buttons}>
      <ErrorSummary error={error} />
      {of.state === "declared" && can("competence", "U") && !isOwn && (
        <Button type="primary" onClick={() => setChecking(true)}>
          {t("training.check")}
        </Button>
      )}
      {of.state === "checked" && can("competence", "A") && !isOwn && (
        <Button type="primary" loading={busy} onClick={confirm}>
          {t("training.confirm")}
        </Button>
      )}
      {of.state !== "withdrawn" && can("competence", "A") && (
        <ReasonButton
          label={t("training.withdraw")}
          question={t("training.whyWithdraw")}
          busy={busy}
          onReason={withdraw}
        />
      )}
    </div>
  );
}

function CheckForm({ of, onDone }: { of: Round; onDone: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ items: string[]; note: string }>();
  const refresh = useRefresh();
  const { submit, busy, error } = useSubmit<{ items: string[]; note: string }>({
    form,
    save: async (values) => {
      await client.POST("/api/programme/ict/{confirmation_id}/check", {
        params: { path: { confirmation_id: of.id } },
        body: { ...values, version: of.version },
      });
      await refresh();
    },
    onSaved: onDone,
  });
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ items: [], note: "" }}
      onFinish={(values) => void submit(values)}
    >
      <ErrorSummary error={error} />
      <ItemsField area={of.area} label={t("training.seen")} />
      <Form.Item
        name="note"
        label={t("training.how")}
        rules={[{ required: true, whitespace: true, message: t("training.howMissing") }]}
      >
        <Input.TextArea rows={2} maxLength={4000} />
      </Form.Item>
      <div className={styles.buttons}>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("training.passed")}
        </Button>
        <Button onClick={onDone}>{t("ui.cancel")}</Button>
      </div>
    </Form>
  );
}
