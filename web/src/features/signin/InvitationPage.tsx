import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import type { components } from "@/api/schema";
import { useLanguage } from "@/lib/preferences";
import { roleKey } from "@/lib/roles";
import { Instant } from "@/ui/Instant";
import { ErrorSummary } from "@/ui/Notice";
import { Facts, Waiting } from "@/ui/Page";
import { PublicFrame } from "@/ui/PublicFrame";
import { NewPassword } from "./NewPassword";
import { SignInSteps } from "./SignInSteps";
import styles from "./signin.module.css";

type Seen = components["schemas"]["InvitationSeen"];

interface InvitationPageProps {
  /** What stands behind `#` in the link of the mail. */
  token: string;
  onAccepted: () => void;
}

/** Who invites to what; then a first password, a sign-in, or only a confirmation. */
export function InvitationPage({ token, onAccepted }: InvitationPageProps) {
  const { t } = useTranslation();
  const request = { body: { token } };
  const { data, error } = api.useQuery("post", "/api/identity/invitations/look", request, {
    refetchOnWindowFocus: false,
  });
  return (
    <PublicFrame title={t("signin.invitation.title")}>
      <ErrorSummary error={error} />
      {error && <p className={styles.lead}>{t("signin.invitation.dead")}</p>}
      {!data && !error && <Waiting />}
      {data && <Invitation seen={data} token={token} onAccepted={onAccepted} />}
    </PublicFrame>
  );
}

function Invitation({ seen, token, onAccepted }: InvitationPageProps & { seen: Seen }) {
  const { t } = useTranslation();
  const english = useLanguage() === "en";
  const organisation = (english && seen.organisation_en) || seen.organisation;
  return (
    <>
      <p className={styles.lead}>
        {t("signin.invitation.text", { person: seen.person, organisation })}
      </p>
      <Facts
        items={[
          [t("signin.invitation.email"), seen.email],
          [
            t("signin.invitation.roles"),
            seen.roles.map((role) => t(roleKey(role))).join(t("ui.comma")),
          ],
          [t("signin.invitation.until"), <Instant key="until" at={seen.expires_at} />],
        ]}
      />
      <div className={styles.accept}>
        <Accept seen={seen} token={token} onAccepted={onAccepted} />
      </div>
    </>
  );
}

function Accept({ seen, token, onAccepted }: InvitationPageProps & { seen: Seen }) {
  const { t } = useTranslation();
  const [error, setError] = useState<unknown>(null);
  const accept = (password = "") =>
    client.POST("/api/identity/invitations/accept", { body: { token, password } });
  const confirm = () => void accept().then(onAccepted, setError);
  if (seen.account === "new") {
    return (
      <NewPassword submitLabel={t("signin.invitation.accept")} save={accept} onSaved={onAccepted} />
    );
  }
  return (
    <>
      <ErrorSummary error={error} />
      {seen.account === "current" ? (
        <Button block size="large" type="primary" onClick={confirm}>
          {t("signin.invitation.accept")}
        </Button>
      ) : (
        <>
          <p className={styles.lead}>{t("signin.invitation.existing")}</p>
          <SignInSteps email={seen.email} fixedEmail onDone={confirm} />
        </>
      )}
    </>
  );
}
