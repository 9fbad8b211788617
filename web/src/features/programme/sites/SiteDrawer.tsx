import { Button, Drawer, Form } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan } from "@/api/me";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Waiting } from "@/ui/Page";
import { ReasonButton } from "@/ui/ReasonButton";
import { StaleDialog } from "@/ui/StaleDialog";
import { StatusTag } from "@/ui/StatusTag";
import { useVersionedForm } from "@/ui/useVersionedForm";
import { useRefresh } from "../cases/useCase";
import { SiteFields, useSiteLabels } from "./fields";
import styles from "./sites.module.css";
import { bodyOf, type Site, type SiteValues, valuesOf } from "./types";

/** One site beside the list: what is known of it, and whether the client still works there. */
export function SiteDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const params = { path: { site_id: id } };
  const { data, error } = api.useQuery("get", "/api/programme/sites/{site_id}", { params });
  return (
    <Drawer open size={520} title={data?.name ?? t("sites.one")} onClose={onClose}>
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      {data && (
        <div className={styles.sections}>
          <InUse site={data} />
          <SiteForm key={data.id} site={data} />
        </div>
      )}
    </Drawer>
  );
}

function InUse({ site }: { site: Site }) {
  const { t } = useTranslation();
  const may = useCan()("programme", "U");
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const { is_active, version } = site;
  const params = { path: { site_id: site.id } };
  const run = (action: Promise<unknown>) => {
    setBusy(true);
    setError(null);
    action.catch(setError).finally(() => void refresh().then(() => setBusy(false)));
  };
  const close = (reason: string) =>
    run(client.POST("/api/programme/sites/{site_id}/close", { params, body: { version, reason } }));
  const reopen = () =>
    run(client.POST("/api/programme/sites/{site_id}/reopen", { params, body: { version } }));
  return (
    <section>
      <StatusTag tone={is_active ? "ok" : "grey"}>
        {t(is_active ? "sites.active" : "sites.closed")}
      </StatusTag>{" "}
      <small>{site.client}</small>
      <ErrorSummary error={error} />
      {may && is_active && (
        <ReasonButton
          label={t("sites.close")}
          question={t("sites.whyClose")}
          busy={busy}
          onReason={close}
        />
      )}
      {may && !is_active && (
        <Button loading={busy} onClick={reopen}>
          {t("sites.reopen")}
        </Button>
      )}
    </section>
  );
}

function SiteForm({ site }: { site: Site }) {
  const { t } = useTranslation();
  const may = useCan()("programme", "U");
  const labels = useSiteLabels();
  const refresh = useRefresh();
  const { formProps, busy, error, saved, dialog } = useVersionedForm<SiteValues, Site>({
    row: site,
    valuesOf,
    save: async (values, version) => {
      const { client_id: _fixed, ...body } = bodyOf(values);
      const { data } = await client.PATCH("/api/programme/sites/{site_id}", {
        params: { path: { site_id: site.id } },
        body: { ...body, version },
      });
      await refresh();
      return data;
    },
  });
  return (
    <Form<SiteValues> {...formProps} disabled={!may}>
      <ErrorSummary error={error} labels={labels} />
      <SiteFields />
      {may && (
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("cases.save")}
        </Button>
      )}
      {saved && <Notice tone="ok">{t("cases.saved")}</Notice>}
      <StaleDialog labels={labels} {...dialog} />
    </Form>
  );
}
