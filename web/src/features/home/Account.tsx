import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { allauth } from "@/api/allauth";
import { api } from "@/api/client";
import { useMe } from "@/api/me";
import { roleKey } from "@/lib/roles";
import { Instant } from "@/ui/Instant";
import { Card, Facts } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";

interface Factor {
  type: string;
}

async function factors(): Promise<Factor[]> {
  const { data } = await allauth("GET", "/account/authenticators");
  return Array.isArray(data) ? (data as Factor[]) : [];
}

const isStrong = ({ type }: Factor) => type === "totp" || type === "webauthn";

/** In which role I work, how well my way in is guarded, and when I was last here. */
export function Account() {
  const { t } = useTranslation();
  const { membership } = useMe();
  // The same key as on the page where they are changed, so that a change shows here too.
  const { data: guarded } = useQuery({
    queryKey: ["authenticators"],
    queryFn: factors,
    select: (list) => list.some(isStrong),
  });
  const { data: logins } = api.useQuery("get", "/api/identity/logins");
  const earlier = logins
    ?.filter(({ is_current }) => !is_current)
    .toSorted((one, other) => other.last_seen_at.localeCompare(one.last_seen_at))[0];
  return (
    <Card
      title={t("home.account.title")}
      aside={<Link to="/security">{t("home.account.open")}</Link>}
    >
      <Facts
        items={[
          [t("home.account.role"), t(roleKey(membership.role))],
          [
            t("home.account.factor"),
            guarded === undefined ? (
              ""
            ) : (
              <StatusTag key="factor" tone={guarded ? "ok" : "warn"}>
                {t(guarded ? "home.account.on" : "home.account.off")}
              </StatusTag>
            ),
          ],
          [
            t("home.account.elsewhere"),
            earlier ? (
              <span key="earlier">
                {earlier.device} · <Instant at={earlier.last_seen_at} relative />
              </span>
            ) : (
              t("home.account.nowhere")
            ),
          ],
        ]}
      />
    </Card>
  );
}
