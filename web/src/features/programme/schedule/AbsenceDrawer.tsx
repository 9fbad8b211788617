import { Button, Drawer, Form } from "antd";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan, useCanWholly, useMe } from "@/api/me";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Waiting } from "@/ui/Page";
import { StaleDialog } from "@/ui/StaleDialog";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { useRefresh } from "../cases/useCase";
import { useRun } from "../team/useRun";
import { AbsenceFields, useAbsenceLabels } from "./fields";
import styles from "./schedule.module.css";
import type { Absence, AbsenceKind, AbsenceValues } from "./types";

/** One absence beside the lanes: changed or cancelled by the person or by who plans. */
export function AbsenceDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const params = { path: { absence_id: id } };
  const { data, error } = api.useQuery("get", "/api/programme/absences/{absence_id}", { params });
  return (
    <Drawer open size={480} title={data?.person ?? t("schedule.one")} onClose={onClose}>
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      {data && <ChangeForm key={data.id} row={data} onClose={onClose} />}
    </Drawer>
  );
}

const valuesOf = (row: Absence): AbsenceValues => ({
  person_id: row.person_id,
  kind: row.kind as AbsenceKind,
  first: row.first,
  last: row.last,
  from_noon: row.from_noon,
  until_noon: row.until_noon,
  note: row.note,
});

function ChangeForm({ row, onClose }: { row: Absence; onClose: () => void }) {
  const { t } = useTranslation();
  const labels = useAbsenceLabels();
  const refresh = useRefresh();
  const me = useMe().person.id;
  const own = useCan()("availability", "U") && row.person_id === me;
  const may = useCanWholly()("availability", "U") || own;
  const cancelling = useRun();
  const { formProps, busy, error, saved, dialog } = useVersionedForm<AbsenceValues, Absence>({
    row,
    valuesOf,
    save: async ({ person_id: _fixed, ...values }, version) => {
      const { data } = await client.PATCH("/api/programme/absences/{absence_id}", {
        params: { path: { absence_id: row.id } },
        body: { ...values, version },
      });
      await refresh();
      return data;
    },
  });
  const cancel = () => {
    onClose();
    cancelling.run(
      client.POST("/api/programme/absences/{absence_id}/cancel", {
        params: { path: { absence_id: row.id } },
        body: { version: row.version },
      }),
    );
  };
  return (
    <Form<AbsenceValues> {...formProps} disabled={!may}>
      <ErrorSummary error={error ?? cancelling.error} labels={labels} />
      <AbsenceFields />
      {may && (
        <span className={styles.row}>
          <Button type="primary" htmlType="submit" loading={busy}>
            {t("cases.save")}
          </Button>
          <Button danger onClick={cancel}>
            {t("schedule.cancelIt")}
          </Button>
        </span>
      )}
      {saved && <Notice tone="ok">{t("cases.saved")}</Notice>}
      <StaleDialog labels={labels} {...dialog} />
    </Form>
  );
}
