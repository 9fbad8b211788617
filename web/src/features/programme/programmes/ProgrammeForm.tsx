import { Button, Form } from "antd";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan } from "@/api/me";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card, Facts, Waiting } from "@/ui/Page";
import { StaleDialog } from "@/ui/StaleDialog";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { useRefresh } from "../cases/useCase";
import { bodyOf, ProgrammeFields, type ProgrammeValues, useProgrammeLabels } from "./fields";
import type { Programme } from "./types";
import { useCycleWords } from "./words";

/** The programme's own entries; changing a date moves the windows. */
export function ProgrammeForm({ id }: { id: string }) {
  const { t } = useTranslation();
  const can = useCan();
  const params = { path: { programme_id: id } };
  const { data, error } = api.useQuery("get", "/api/programme/programmes/{programme_id}", {
    params,
  });
  return (
    <Card title={t("programmes.about")}>
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      {data && can("programme", "C") && data.state !== "closed" && (
        <Editable key={data.id} row={data} />
      )}
      {data && !(can("programme", "C") && data.state !== "closed") && <Read row={data} />}
    </Card>
  );
}

const valuesOf = (row: Programme): ProgrammeValues => ({
  schemes: row.schemes,
  scope: row.scope,
  scope_codes: row.scope_codes,
  jurisdiction: row.jurisdiction as ProgrammeValues["jurisdiction"],
  certified_on: row.certified_on ?? "",
  expires_on: row.expires_on ?? "",
});

function Editable({ row }: { row: Programme }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const labels = useProgrammeLabels();
  const { formProps, busy, error, saved, dialog } = useVersionedForm<ProgrammeValues, Programme>({
    row,
    valuesOf,
    save: async (values, version) => {
      const { data } = await client.PATCH("/api/programme/programmes/{programme_id}", {
        params: { path: { programme_id: row.id } },
        body: { ...bodyOf(values), version },
      });
      await refresh();
      return data;
    },
  });
  return (
    <Form<ProgrammeValues> {...formProps}>
      <ErrorSummary error={error} labels={labels} />
      <ProgrammeFields />
      <Button htmlType="submit" loading={busy}>
        {t("cases.save")}
      </Button>
      {saved && <Notice tone="ok">{t("programmes.saved")}</Notice>}
      <StaleDialog labels={labels} {...dialog} />
    </Form>
  );
}

function Read({ row }: { row: Programme }) {
  const { t } = useTranslation();
  const words = useCycleWords();
  const labels = useProgrammeLabels();
  return (
    <Facts
      items={[
        [labels.schemes, row.schemes.join(" + ")],
        [labels.scope, row.scope || t("ui.none")],
        [labels.scope_codes, row.scope_codes.join(" ") || t("ui.none")],
        [labels.jurisdiction, words.rules(row.jurisdiction)],
        [labels.certified_on, row.certified_on ?? t("ui.none")],
        [labels.expires_on, row.expires_on ?? t("ui.none")],
      ]}
    />
  );
}
