import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { ErrorSummary } from "@/ui/Notice";
import { Page, Waiting } from "@/ui/Page";
import { Logins } from "./Logins";
import { Passkeys } from "./Passkeys";
import { PasswordCard } from "./PasswordCard";
import { isDeclined, ProofProvider, useProof } from "./proof";
import { RecoveryCodes } from "./RecoveryCodes";
import { authenticators } from "./security";
import { Totp } from "./Totp";

export function SecurityPage() {
  const { t } = useTranslation();
  return (
    <ProofProvider>
      <Page title={t("account.security.title")} narrow>
        <PasswordCard />
        <Factors />
        <Logins />
      </Page>
    </ProofProvider>
  );
}

/** The second factors; the list itself needs no fresh proof. */
function Factors() {
  const { t } = useTranslation();
  const withProof = useProof();
  const { data, error, refetch } = useQuery({
    queryKey: ["authenticators"],
    queryFn: () => withProof(authenticators),
    retry: false,
    refetchOnWindowFocus: false,
  });
  const again = <Button onClick={() => void refetch()}>{t("ui.retry")}</Button>;
  if (error && !isDeclined(error)) return <ErrorSummary error={error} action={again} />;
  if (!data) return <Waiting />;
  const changed = () => void refetch();
  const totp = data.find(({ type }) => type === "totp");
  const codes = data.find(({ type }) => type === "recovery_codes");
  return (
    <>
      <Totp active={totp} onChange={changed} />
      {codes && <RecoveryCodes left={codes.unused_code_count ?? 0} onChange={changed} />}
      <Passkeys passkeys={data.filter(({ type }) => type === "webauthn")} onChange={changed} />
    </>
  );
}
