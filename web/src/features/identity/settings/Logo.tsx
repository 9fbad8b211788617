import { useQueryClient } from "@tanstack/react-query";
import { Button, Upload } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { Icon } from "@/ui/icons";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import styles from "./settings.module.css";
import type { Tenant } from "./TenantForm";

/** The picture that stands beside the organisation's name. */
export function Logo({ tenant }: { tenant: Tenant }) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const show = (logo_id: string | null) =>
    client.PUT("/api/identity/tenant/logo", { body: { version: tenant.version, logo_id } });
  const run = (work: Promise<unknown>) => {
    setBusy(true);
    setError(null);
    work
      .catch(setError)
      .then(() => queryClient.invalidateQueries())
      .finally(() => setBusy(false));
  };
  const upload = async (file: File) => {
    const { data } = await client.POST("/api/files/pictures", {
      body: { file: "" },
      bodySerializer: () => {
        const form = new FormData();
        form.append("file", file);
        return form;
      },
    });
    if (data) await show(data.id);
  };
  return (
    <Card title={t("settings.logo")}>
      <div className={styles.stack}>
        <ErrorSummary error={error} />
        {tenant.logo_id && (
          <img className={styles.logo} src={`/api/files/${tenant.logo_id}`} alt={tenant.name} />
        )}
        <p className="muted">{t("settings.logoNote")}</p>
        <div className={styles.buttons}>
          <Upload
            accept="image/png,image/jpeg"
            showUploadList={false}
            beforeUpload={(file) => {
              run(upload(file));
              return false;
            }}
          >
            <Button icon={<Icon name="upload" />} loading={busy}>
              {t("settings.logoChoose")}
            </Button>
          </Upload>
          {tenant.logo_id && (
            <Button disabled={busy} onClick={() => run(show(null))}>
              {t("settings.logoRemove")}
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
}
