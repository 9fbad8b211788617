import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan } from "@/api/me";
import { EmptyState } from "@/ui/EmptyState";
import { FilterTabs } from "@/ui/FilterTabs";
import { Icon } from "@/ui/icons";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { useOpened } from "@/ui/opened";
import { Card, Page, Waiting } from "@/ui/Page";
import { PathLink } from "@/ui/PathLink";
import { exportHref, useTableState } from "@/ui/tableState";
import { AbsenceDrawer } from "./AbsenceDrawer";
import { HandOverDrawer } from "./HandOverDrawer";
import { Lanes } from "./Lanes";
import { shift } from "./lanes";
import { NewAbsenceDrawer } from "./NewAbsenceDrawer";
import styles from "./schedule.module.css";

const FILTERS = ["first", "weeks", "only"];
const WEEKS = ["4", "8", "13", "26"];

/** Who is on which audit and who is away, week by week; and handing work over. */
export function SchedulePage() {
  const { t } = useTranslation();
  const can = useCan();
  const [absence, openAbsence] = useOpened("absence");
  const [giver, openGiver] = useOpened("handover");
  const [entering, setEntering] = useState(false);
  const enter = can("availability", "U") && (
    <Button type="primary" icon={<Icon name="plus" />} onClick={() => setEntering(true)}>
      {t("schedule.enter")}
    </Button>
  );
  return (
    <Page title={t("shell.nav.schedule")} actions={enter}>
      {can("team", "C") && <Leavers />}
      <Board onAbsence={openAbsence} onGiver={can("team", "C") ? openGiver : undefined} />
      {entering && <NewAbsenceDrawer onClose={() => setEntering(false)} />}
      {absence && (
        <AbsenceDrawer key={absence} id={absence} onClose={() => openAbsence(undefined)} />
      )}
      {giver && <HandOverDrawer key={giver} id={giver} onClose={() => openGiver(undefined)} />}
    </Page>
  );
}

/** Deactivated people who still hold work: the first thing to see here. */
function Leavers() {
  const { t } = useTranslation();
  const { data } = api.useQuery("get", "/api/programme/hand-overs/leavers");
  return (
    <>
      {(data ?? []).map(({ person_id, person, count }) => (
        <Notice
          key={person_id}
          tone="warn"
          action={
            <PathLink href={`/schedule?handover=${person_id}`}>{t("schedule.handOver")}</PathLink>
          }
        >
          {t("schedule.leaver", { person, total: count })}
        </Notice>
      ))}
    </>
  );
}

interface BoardProps {
  onAbsence: (id: string) => void;
  onGiver: ((id: string) => void) | undefined;
}

function Board({ onAbsence, onGiver }: BoardProps) {
  const { t } = useTranslation();
  const state = useTableState("", FILTERS);
  const { first, weeks, only } = state.filters;
  const query = {
    weeks: Number(weeks) || 8,
    search: state.search,
    only: (only ?? "") as "" | "clashing" | "free",
    ...(first ? { first } : {}),
  };
  const { data, error } = api.useQuery("get", "/api/programme/schedule", { params: { query } });
  const move = (by: number) => data && state.filter("first", shift(data.first, by));
  return (
    <Card>
      <div className={styles.tools}>
        <Input
          className={styles.search}
          allowClear
          defaultValue={state.search}
          placeholder={t("schedule.search")}
          aria-label={t("schedule.search")}
          onChange={({ target }) => state.change({ search: target.value.trim() })}
        />
        <FilterTabs
          label={t("schedule.show")}
          value={only || "all"}
          options={(["all", "clashing", "free"] as const).map((value) => ({
            value,
            label: t(`schedule.only.${value}`),
          }))}
          onChange={(value) => state.filter("only", value === "all" ? undefined : value)}
        />
        <Select
          aria-label={t("schedule.weeks")}
          value={weeks || "8"}
          popupMatchSelectWidth={false}
          options={WEEKS.map((value) => ({
            value,
            label: t("schedule.weeksShown", { weeks: value }),
          }))}
          onChange={(value) => state.filter("weeks", value)}
        />
        <span className={styles.row}>
          <Button aria-label={t("schedule.earlier")} onClick={() => move(-4)}>
            ‹
          </Button>
          <Button onClick={() => state.filter("first", undefined)}>{t("schedule.today")}</Button>
          <Button aria-label={t("schedule.later")} onClick={() => move(4)}>
            ›
          </Button>
        </span>
        {onGiver && <GiverSelect lanes={data?.lanes ?? []} onGiver={onGiver} />}
        <a className={styles.export} href={exportHref("/api/programme/schedule", state)} download>
          <Icon name="download" />
          {t("ui.export")}
        </a>
      </div>
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      {data && data.lanes.length === 0 && (
        <EmptyState icon="people" title={t("schedule.emptyTitle")}>
          {t("schedule.empty")}
        </EmptyState>
      )}
      {data && data.lanes.length > 0 && <Lanes schedule={data} onAbsence={onAbsence} />}
    </Card>
  );
}

interface GiverSelectProps {
  lanes: readonly { person_id: string; person: string }[];
  onGiver: (id: string) => void;
}

function GiverSelect({ lanes, onGiver }: GiverSelectProps) {
  const { t } = useTranslation();
  return (
    <Select
      className={styles.giver}
      aria-label={t("schedule.handOverOf")}
      placeholder={t("schedule.handOverOf")}
      value={null}
      showSearch={{ optionFilterProp: "label" }}
      popupMatchSelectWidth={false}
      options={lanes.map(({ person_id, person }) => ({ value: person_id, label: person }))}
      onChange={(chosen: string | null) => chosen && onGiver(chosen)}
    />
  );
}
