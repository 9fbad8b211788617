import { Button, Drawer } from "antd";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { saveAs } from "@/lib/download";
import { actionKey, kindKey } from "@/lib/journal";
import { Instant } from "@/ui/Instant";
import { ErrorSummary } from "@/ui/Notice";
import { Facts, Waiting } from "@/ui/Page";
import { Icon } from "@/ui/icons";
import { Actor } from "./Actor";
import styles from "./journal.module.css";
import type { Entry } from "./JournalPage";

interface EntryDrawerProps {
  entry: Entry;
  onClose: () => void;
}

/** One entry: what happened in words, and what a verifier needs. */
export function EntryDrawer({ entry, onClose }: EntryDrawerProps) {
  const { t } = useTranslation();
  const title = t("journal.entry", { number: entry.seq });
  return (
    <Drawer open size={560} title={title} onClose={onClose}>
      <div className={styles.story}>
        <Facts
          items={[
            [t("journal.what"), t(actionKey(entry.action), { defaultValue: entry.action })],
            [t("journal.object"), entry.object_name || t("ui.none")],
            [t("journal.kindOfObject"), t(kindKey(entry.object_kind))],
            [t("journal.who"), <Actor key="who" entry={entry} />],
            [t("journal.organisation"), entry.actor_tenant_name || t("ui.none")],
            [t("journal.when"), <Instant key="when" at={entry.at} seconds />],
            [t("journal.device"), entry.device || entry.cause || t("ui.none")],
            [t("journal.reason"), entry.reason || t("ui.none")],
          ]}
        />
        <Proof entry={entry} />
      </div>
    </Drawer>
  );
}

function Proof({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  const params = { path: { seq: entry.seq }, query: { owner: entry.owner_id } };
  const { data, error } = api.useQuery("get", "/api/journal/entries/{seq}", { params });
  const proof = api.useQuery(
    "get",
    "/api/journal/entries/{seq}/proof",
    { params },
    { retry: false },
  );
  if (error) return <ErrorSummary error={error} />;
  if (!data) return <Waiting />;
  const digest = (value: string) => (value ? <code>{value}</code> : t("ui.none"));
  return (
    <>
      <h3>{t("journal.proof")}</h3>
      <Facts
        items={[
          [t("journal.before"), digest(data.before)],
          [t("journal.after"), digest(data.after)],
          [t("journal.leaf"), digest(data.leaf)],
        ]}
      />
      {proof.data ? (
        <Button
          icon={<Icon name="download" />}
          onClick={() =>
            saveAs(
              new Blob([proof.data.text], { type: "text/plain" }),
              `entry-${entry.seq}.tlog-proof`,
            )
          }
        >
          {t("journal.download")}
        </Button>
      ) : (
        <p className="muted">{proof.error ? t("journal.notYet") : t("ui.loading")}</p>
      )}
    </>
  );
}
