import { useNavigate, useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan } from "@/api/me";
import { Instant } from "@/ui/Instant";
import { ErrorSummary } from "@/ui/Notice";
import { Card, Facts, Page, Waiting } from "@/ui/Page";
import { Differences } from "./Differences";
import { DraftEditor } from "./DraftEditor";
import { GroupCard } from "./GroupCard";
import { NewDraftDrawer } from "./NewDraftDrawer";
import { Release } from "./Release";
import { PackState } from "./RulePacksPage";
import { TouchedCases } from "./TouchedCases";
import type { Pack } from "./types";

/** One edition: its values with clause and source; a draft also what it would change. */
export function PackPage() {
  const { t } = useTranslation();
  const { pack: key } = useParams({ from: "/shell/rule-packs/$pack" });
  const params = { path: { pack_key: key } };
  const { data, error } = api.useQuery("get", "/api/programme/rule-packs/{pack_key}", { params });
  const trail = [{ label: t("shell.nav.rulePacks"), to: "/rule-packs" }];
  if (!data) {
    return (
      <Page title={t("rulePacks.document")} trail={trail}>
        {error ? <ErrorSummary error={error} /> : <Waiting />}
      </Page>
    );
  }
  return (
    <Page
      title={data.title}
      trail={trail}
      aside={<PackState pack={data} />}
      actions={<Actions pack={data} />}
    >
      <Card>
        <About pack={data} />
      </Card>
      {data.state === "draft" && (
        <>
          <Differences pack={data} />
          <TouchedCases id={data.key} />
        </>
      )}
      <Values pack={data} />
    </Page>
  );
}

function Values({ pack }: { pack: Pack }) {
  const mayEdit = useCan()("rule_packs", "U") && pack.state === "draft";
  if (mayEdit) return <DraftEditor key={pack.version} pack={pack} />;
  return pack.groups.map((group) => <GroupCard key={group.name} group={group} />);
}

function Actions({ pack }: { pack: Pack }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayDraft = useCan()("rule_packs", "C") && pack.state !== "draft";
  const [drafting, setDrafting] = useState(false);
  return (
    <>
      {pack.may_release && <Release pack={pack} />}
      {mayDraft && (
        <Button type="primary" onClick={() => setDrafting(true)}>
          {t("rulePacks.draft")}
        </Button>
      )}
      {drafting && (
        <NewDraftDrawer
          basedOn={pack}
          onClose={() => setDrafting(false)}
          onCreated={(key) => {
            setDrafting(false);
            void navigate({ to: "/rule-packs/$pack", params: { pack: key } });
          }}
        />
      )}
    </>
  );
}

function About({ pack }: { pack: Pack }) {
  const { t } = useTranslation();
  const until = pack.effective_to ?? t("rulePacks.open");
  return (
    <Facts
      items={[
        [t("rulePacks.edition"), pack.edition],
        [t("rulePacks.holds"), `${pack.effective_from} – ${until}`],
        [t("rulePacks.stamp"), <code key="stamp">{pack.stamp}</code>],
        ...(pack.follows ? [[t("rulePacks.follows"), pack.follows] as const] : []),
        ...(pack.author ? [[t("rulePacks.author"), pack.author] as const] : []),
        ...(pack.released_at
          ? [
              [
                t("rulePacks.releasedBy"),
                <span key="released">
                  {pack.released_by} · <Instant at={pack.released_at} />
                </span>,
              ] as const,
              [
                t("rulePacks.signature"),
                <code key="sig">{pack.signature.slice(0, 24)}…</code>,
              ] as const,
            ]
          : []),
      ]}
    />
  );
}
