import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { ErrorSummary } from "@/ui/Notice";
import { Page, Waiting } from "@/ui/Page";
import { Logo } from "./Logo";
import { MailCard } from "./MailCard";
import { RecoveryCard } from "./RecoveryCard";
import { TenantForm } from "./TenantForm";

/** The own organisation: who it is, how its letters leave, how its keys survive. */
export function SettingsPage() {
  const { t } = useTranslation();
  const { data: tenant, error } = api.useQuery("get", "/api/identity/tenant");
  return (
    <Page title={t("shell.nav.settings")} narrow>
      <ErrorSummary error={error} />
      {!tenant && !error && <Waiting />}
      {tenant && (
        <>
          <TenantForm tenant={tenant} />
          <Logo tenant={tenant} />
          <MailCard />
          <RecoveryCard />
        </>
      )}
    </Page>
  );
}
