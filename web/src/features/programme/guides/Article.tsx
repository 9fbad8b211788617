import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan } from "@/api/me";
import { Instant } from "@/ui/Instant";
import { Markdown } from "@/ui/Markdown";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { useRefresh } from "../cases/useCase";
import { EditDrawer } from "./EditDrawer";
import styles from "./guides.module.css";
import { type Guide, inLanguage, shownOf } from "./types";
import { ReadersDrawer } from "./ReadersDrawer";
import { Versions } from "./Versions";

/** One page as readers see it, with the editor's tools for those who edit. */
export function Article({ of }: { of: Guide }) {
  const { t, i18n } = useTranslation();
  const may = useCan()("guides", "U");
  const [draft, setDraft] = useState(false);
  const shown = draft ? of.draft : shownOf(of);
  if (!shown) return null;
  const { title, text } = inLanguage(shown, i18n.language.startsWith("en"));
  return (
    <Card
      title={title}
      tags={of.schemes.map((code) => (
        <StatusTag key={code} tone="blue">
          {code}
        </StatusTag>
      ))}
      aside={
        shown.published_at && (
          <>
            {t("guides.number", { number: shown.number })} · <Instant at={shown.published_at} />
          </>
        )
      }
    >
      {may && <Tools of={of} draft={draft} onDraft={setDraft} />}
      <Markdown text={text} />
      {may && of.versions.length > 0 && <Versions of={of} />}
    </Card>
  );
}

interface ToolsProps {
  of: Guide;
  draft: boolean;
  onDraft: (draft: boolean) => void;
}

function Tools({ of, draft, onDraft }: ToolsProps) {
  const { t } = useTranslation();
  const [editing, setEditing] = useState(false);
  const [sorting, setSorting] = useState(false);
  const { run, busy, error } = useActions();
  const params = { path: { guide_id: of.id } };
  const publish = () =>
    run(
      client.POST("/api/programme/guides/{guide_id}/publish", {
        params,
        body: { version: of.draft?.version ?? 0 },
      }),
      () => onDraft(false),
    );
  const discard = () =>
    run(client.POST("/api/programme/guides/{guide_id}/discard", { params }), () => onDraft(false));
  const list = () =>
    run(
      client.PATCH("/api/programme/guides/{guide_id}", {
        params,
        body: { version: of.version, is_listed: !of.is_listed },
      }),
    );
  return (
    <>
      <ErrorSummary error={error} />
      {!of.is_listed && <Notice tone="warn">{t("guides.isWithdrawn")}</Notice>}
      {of.draft && (
        <Notice
          tone="blue"
          action={
            of.published && (
              <Button type="link" onClick={() => onDraft(!draft)}>
                {t(draft ? "guides.showPublished" : "guides.showDraft")}
              </Button>
            )
          }
        >
          {t("guides.hasDraft", { name: of.draft.author })}
        </Notice>
      )}
      <div className={styles.buttons}>
        {of.draft && (
          <Button type="primary" loading={busy} onClick={publish}>
            {t("guides.publish")}
          </Button>
        )}
        <Button onClick={() => setEditing(true)}>{t("guides.edit")}</Button>
        <Button onClick={() => setSorting(true)}>{t("guides.readers")}</Button>
        {of.draft && of.published && (
          <Button loading={busy} onClick={discard}>
            {t("guides.discard")}
          </Button>
        )}
        {of.published && (
          <Button loading={busy} onClick={list}>
            {t(of.is_listed ? "guides.withdraw" : "guides.list")}
          </Button>
        )}
      </div>
      {editing && <EditDrawer of={of} onClose={() => setEditing(false)} />}
      {sorting && <ReadersDrawer of={of} onClose={() => setSorting(false)} />}
    </>
  );
}

function useActions() {
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const run = (action: Promise<unknown>, done?: () => void) => {
    setBusy(true);
    setError(null);
    action.then(done, setError).finally(() => void refresh().then(() => setBusy(false)));
  };
  return { run, busy, error };
}
