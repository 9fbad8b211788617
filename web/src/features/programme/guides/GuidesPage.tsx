import { Button, Input, Select } from "antd";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan } from "@/api/me";
import { EmptyState } from "@/ui/EmptyState";
import { Icon } from "@/ui/icons";
import { ErrorSummary } from "@/ui/Notice";
import { useOpened } from "@/ui/opened";
import { Card, Page, Waiting } from "@/ui/Page";
import { exportHref, toQuery, type TableState, useTableState } from "@/ui/tableState";
import { useRefresh } from "../cases/useCase";
import { Article } from "./Article";
import styles from "./guides.module.css";
import { NewGuideDrawer } from "./NewGuideDrawer";
import { type Audience, AUDIENCES, type Guide, GUIDE_SCHEMES, inLanguage, shownOf } from "./types";

/** How remote audits work here: pages and questions, searched and read side by side. */
export function GuidesPage() {
  const { t } = useTranslation();
  const may = useCan()("guides", "C");
  const state = useTableState("position", ["audience", "scheme"]);
  const [opened, open] = useOpened("guide");
  const [creating, setCreating] = useState(false);
  const query = { ...toQuery(state), size: 200 };
  const { data, error } = api.useQuery("get", "/api/programme/guides", { params: { query } });
  const rows = data?.items ?? [];
  const shown = rows.find(({ id }) => id === opened);
  return (
    <Page
      title={t("shell.nav.guides")}
      actions={
        may && (
          <Button icon={<Icon name="plus" />} onClick={() => setCreating(true)}>
            {t("guides.new")}
          </Button>
        )
      }
    >
      <Filters state={state} may={may} />
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      {data && rows.length === 0 && <Nothing state={state} may={may} />}
      {rows.length > 0 && (
        <div className={styles.columns}>
          <Card>
            <Titles rows={rows} opened={opened} onOpen={open} showsReaders={may} />
          </Card>
          <div className={styles.reading}>
            {shown ? (
              <Article key={shown.id} of={shown} />
            ) : (
              <div className={styles.choose}>
                <Card>
                  <p className="muted">{t("guides.choose")}</p>
                </Card>
              </div>
            )}
          </div>
        </div>
      )}
      {creating && (
        <NewGuideDrawer
          onClose={() => setCreating(false)}
          onCreated={(id) => {
            setCreating(false);
            open(id);
          }}
        />
      )}
    </Page>
  );
}

const PAUSE = 300;

function Filters({ state, may }: { state: TableState; may: boolean }) {
  const { t } = useTranslation();
  const [written, setWritten] = useState(state.search);
  const { search, change } = state;
  useEffect(() => {
    if (written === search) return undefined;
    const timer = window.setTimeout(() => change({ search: written }), PAUSE);
    return () => window.clearTimeout(timer);
  }, [written, search, change]);
  return (
    <div className={styles.filters}>
      <Input
        allowClear
        className={styles.search}
        value={written}
        placeholder={t("guides.search")}
        aria-label={t("guides.search")}
        prefix={<Icon name="search" className="muted" />}
        onChange={(event) => setWritten(event.target.value)}
      />
      <Select
        aria-label={t("guides.scheme")}
        value={state.filters.scheme ?? ""}
        style={{ minWidth: 120 }}
        onChange={(value: string) => state.filter("scheme", value)}
        options={[
          { value: "", label: t("guides.anyScheme") },
          ...GUIDE_SCHEMES.map((code) => ({ value: code, label: code })),
        ]}
      />
      {may && (
        <>
          <Select
            aria-label={t("guides.audienceLabel")}
            value={state.filters.audience ?? ""}
            style={{ minWidth: 120 }}
            onChange={(value: string) => state.filter("audience", value)}
            options={[
              { value: "", label: t("guides.anyAudience") },
              ...AUDIENCES.map((code) => ({ value: code, label: t(`guides.audience.${code}`) })),
            ]}
          />
          <Button
            type="link"
            href={exportHref("/api/programme/guides", state)}
            icon={<Icon name="download" />}
          >
            {t("ui.export")}
          </Button>
        </>
      )}
    </div>
  );
}

interface TitlesProps {
  showsReaders: boolean;
  rows: readonly Guide[];
  opened: string | undefined;
  onOpen: (id: string) => void;
}

function Titles({ rows, opened, onOpen, showsReaders }: TitlesProps) {
  const { t, i18n } = useTranslation();
  const english = i18n.language.startsWith("en");
  const groups = (["guide", "question"] as const).map((kind) => ({
    kind,
    rows: rows.filter((row) => row.kind === kind),
  }));
  return (
    <nav aria-label={t("shell.nav.guides")}>
      {groups
        .filter((group) => group.rows.length > 0)
        .map((group) => (
          <div key={group.kind}>
            <p className={styles.group}>{t(`guides.kind.${group.kind}`)}</p>
            <ul className={styles.list}>
              {group.rows.map((row) => {
                const shown = shownOf(row);
                return (
                  <li key={row.id}>
                    <button
                      type="button"
                      aria-current={row.id === opened}
                      onClick={() => onOpen(row.id)}
                    >
                      {shown && inLanguage(shown, english).title}
                      {showsReaders && row.audience !== "everybody" && (
                        <small className="muted">
                          {" "}
                          {t(`guides.audience.${row.audience as Audience}`)}
                        </small>
                      )}
                    </button>
                  </li>
                );
              })}
            </ul>
          </div>
        ))}
    </nav>
  );
}

/** Nothing here: either nothing matches, or nothing was taken over yet. */
function Nothing({ state, may }: { state: TableState; may: boolean }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const narrowed = Boolean(state.search || state.filters.scheme || state.filters.audience);
  const adopt = () => {
    setBusy(true);
    client
      .POST("/api/programme/guides/supplied")
      .catch(setError)
      .finally(() => void refresh().then(() => setBusy(false)));
  };
  if (narrowed) return <p className="muted">{t("guides.nothingFound")}</p>;
  return (
    <Card>
      <ErrorSummary error={error} />
      <EmptyState
        icon="journal"
        title={t("guides.emptyTitle")}
        action={
          may && (
            <Button type="primary" loading={busy} onClick={adopt}>
              {t("guides.adopt")}
            </Button>
          )
        }
      >
        {t(may ? "guides.empty" : "guides.emptyForReaders")}
      </EmptyState>
    </Card>
  );
}
