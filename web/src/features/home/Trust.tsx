import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCanWholly } from "@/api/me";
import type { components } from "@/api/schema";
import { Instant } from "@/ui/Instant";
import { ErrorSummary } from "@/ui/Notice";
import { Card, Facts, Waiting } from "@/ui/Page";
import { PathLink } from "@/ui/PathLink";
import { StatusTag } from "@/ui/StatusTag";

type Verification = components["schemas"]["VerificationOut"];

const NEWEST = { params: { query: { size: 1 } } };

/** Whether the record can be trusted: its size, when it was last signed and last verified. */
export function Trust() {
  const { t } = useTranslation();
  const entries = api.useQuery("get", "/api/journal/entries", NEWEST);
  const checkpoints = api.useQuery("get", "/api/journal/checkpoints", NEWEST);
  // Only who may read the whole journal may know how its verification went.
  const whole = useCanWholly()("journal", "R");
  const verifications = api.useQuery("get", "/api/journal/verifications", NEWEST, {
    enabled: whole,
  });
  const signed = checkpoints.data?.items[0];
  const verified = verifications.data?.items.find(({ finished_at }) => finished_at);
  return (
    <Card
      title={t("home.trust.title")}
      tags={<Verdict verified={verified} />}
      aside={<PathLink href="/journal">{t("home.trust.open")}</PathLink>}
    >
      <ErrorSummary error={entries.error} />
      {!entries.data && !entries.error && <Waiting />}
      {entries.data && (
        <Facts
          items={[
            [
              t("home.trust.size"),
              t("home.trust.entries", { total: entries.data.total.toLocaleString("en") }),
            ],
            [
              t("home.trust.signed"),
              signed ? <Instant key="signed" at={signed.at} relative /> : t("home.trust.never"),
            ],
            ...(whole
              ? [[t("home.trust.verified"), <When key="verified" verified={verified} />] as const]
              : []),
          ]}
        />
      )}
    </Card>
  );
}

function When({ verified }: { verified: Verification | undefined }) {
  const { t } = useTranslation();
  if (!verified?.finished_at) return t("home.trust.never");
  return <Instant at={verified.finished_at} relative />;
}

function Verdict({ verified }: { verified: Verification | undefined }) {
  const { t } = useTranslation();
  if (!verified) return null;
  return verified.found === 0 ? (
    <StatusTag tone="ok">{t("home.trust.intact")}</StatusTag>
  ) : (
    <StatusTag tone="bad">{t("home.trust.broken", { found: verified.found })}</StatusTag>
  );
}
