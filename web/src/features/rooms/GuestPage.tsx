import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useLanguage } from "@/lib/preferences";
import { Instant } from "@/ui/Instant";
import { ErrorSummary } from "@/ui/Notice";
import { Waiting } from "@/ui/Page";
import { PublicFrame } from "@/ui/PublicFrame";
import { useSend } from "./useSend";

interface Props {
  /** What stands behind `#` in the link of the mail. */
  token: string;
  onOpened: () => void;
}

/** A guest's way in: one link, one session, no account; opened by a click, not by a preview. */
export function GuestPage({ token, onOpened }: Props) {
  const { t } = useTranslation();
  const english = useLanguage() === "en";
  const { busy, error: refusal, send } = useSend();
  const { data, error } = api.useQuery(
    "post",
    "/api/identity/guest-links/look",
    { body: { token } },
    { refetchOnWindowFocus: false },
  );
  const open = async () => {
    const opened = () => client.POST("/api/identity/guest-links/open", { body: { token } });
    if (await send(opened)) onOpened();
  };
  return (
    <PublicFrame title={t("rooms.guest.title")}>
      <ErrorSummary error={error ?? refusal} />
      {error && <p>{t("rooms.guest.dead")}</p>}
      {!data && !error && <Waiting />}
      {data && (
        <>
          <p>
            {t("rooms.guest.text", {
              name: data.name,
              organisation: (english && data.organisation_en) || data.organisation,
            })}
          </p>
          <p className="muted">
            {t("rooms.guest.until")} <Instant at={data.expires_at} />
          </p>
          <Button block size="large" type="primary" loading={busy} onClick={() => void open()}>
            {t("rooms.guest.open")}
          </Button>
        </>
      )}
    </PublicFrame>
  );
}
