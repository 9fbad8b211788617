import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
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
  const verifications = api.useQuery("get", "/api/journal/verifications", NEWEST, { retry: false });
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
            [
              t("home.trust.verified"),
              verified?.finished_at ? (
                <Instant key="verified" at={verified.finished_at} relative />
              ) : (
                t("home.trust.never")
              ),
            ],
          ]}
        />
      )}
    </Card>
  );
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
