import { Button, Drawer, Form } from "antd";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan, useMe } from "@/api/me";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Facts, Waiting } from "@/ui/Page";
import { ReasonButton } from "@/ui/ReasonButton";
import { StaleDialog } from "@/ui/StaleDialog";
import { StatusTag } from "@/ui/StatusTag";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { useRefresh } from "../cases/useCase";
import { codesOf } from "../team/types";
import { useRun } from "../team/useRun";
import styles from "./competence.module.css";
import { ScopeFields, useQualificationLabels } from "./fields";
import {
  type Qualification,
  type QualificationValues,
  type QualifiedAs,
  TONES,
  valuesOf,
} from "./types";

/** One qualification beside the list: what it rests on, renewal, withdrawal. */
export function QualificationDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const params = { path: { qualification_id: id } };
  const { data, error } = api.useQuery("get", "/api/programme/qualifications/{qualification_id}", {
    params,
  });
  const me = useMe().person.id;
  const may = useCan()("qualifications", "U") && data?.person_id !== me && !data?.ended_at;
  return (
    <Drawer open size={520} title={data?.person ?? t("competence.one")} onClose={onClose}>
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      {data && (
        <div className={styles.sections}>
          <About row={data} />
          {may && <ChangeForm key={data.id} row={data} />}
          {may && <Withdraw row={data} />}
        </div>
      )}
    </Drawer>
  );
}

function About({ row }: { row: Qualification }) {
  const { t } = useTranslation();
  const labels = useQualificationLabels();
  const state = <StatusTag tone={TONES[row.state]}>{t(`competence.state.${row.state}`)}</StatusTag>;
  return (
    <Facts
      items={[
        [t("competence.stateLabel"), state],
        [labels.scheme, row.scheme],
        [labels.role, t(`competence.role.${row.role as QualifiedAs}`)],
        [labels.codes, row.codes.join("、") || t("ui.none")],
        [labels.valid_from, row.valid_from],
        [labels.valid_to, row.valid_to ?? t("competence.unlimited")],
        [labels.evidence, row.evidence],
        [t("competence.grantedBy"), row.granted_by],
        ...(row.ended_reason ? [[t("competence.endedReason"), row.ended_reason] as const] : []),
      ]}
    />
  );
}

function ChangeForm({ row }: { row: Qualification }) {
  const { t } = useTranslation();
  const labels = useQualificationLabels();
  const refresh = useRefresh();
  const { formProps, busy, error, saved, dialog } = useVersionedForm<
    QualificationValues,
    Qualification
  >({
    row,
    valuesOf,
    save: async ({ codes, valid_from, valid_to, evidence }, version) => {
      const { data } = await client.PATCH("/api/programme/qualifications/{qualification_id}", {
        params: { path: { qualification_id: row.id } },
        body: {
          version,
          codes: codesOf(codes),
          valid_from,
          valid_to: valid_to || null,
          evidence,
        },
      });
      await refresh();
      return data;
    },
  });
  return (
    <Form<QualificationValues> {...formProps}>
      <ErrorSummary error={error} labels={labels} />
      <ScopeFields />
      <Button type="primary" htmlType="submit" loading={busy}>
        {t("competence.renew")}
      </Button>
      {saved && <Notice tone="ok">{t("cases.saved")}</Notice>}
      <StaleDialog labels={labels} {...dialog} />
    </Form>
  );
}

function Withdraw({ row }: { row: Qualification }) {
  const { t } = useTranslation();
  const { run, busy, error } = useRun();
  const withdraw = (reason: string) =>
    run(
      client.POST("/api/programme/qualifications/{qualification_id}/withdraw", {
        params: { path: { qualification_id: row.id } },
        body: { version: row.version, reason },
      }),
    );
  return (
    <section>
      <ErrorSummary error={error} />
      <ReasonButton
        danger
        label={t("competence.withdraw")}
        question={t("competence.whyWithdraw")}
        busy={busy}
        onReason={withdraw}
      />
    </section>
  );
}
