import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useNarrow } from "@/lib/media";
import { FilterTabs } from "@/ui/FilterTabs";
import { Icon } from "@/ui/icons";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { useCase } from "../cases/useCase";
import { Agenda } from "./Agenda";
import { DayTabs } from "./DayTabs";
import { Downloads } from "./Downloads";
import { Issue } from "./Issue";
import { Lanes } from "./Lanes";
import { lanesOf } from "./lanes";
import styles from "./plan.module.css";
import { dayOf, daysOf } from "./times";
import { type Board, type LaneBy, LANES, type Opened, type Plan } from "./types";
import { useAction, useMove, usePeople, useRemove } from "./usePlan";
import { Versions } from "./Versions";
import { planKey } from "@/lib/plan";

interface EditorProps {
  board: Board;
  plan: Plan;
  may: boolean;
  onVersion: (number: number | undefined) => void;
  onOpen: (opened: Opened) => void;
}

/** A day of the plan in lanes, or as a list on a phone; versions, print, issue. */
export function Editor({ board, plan, may, onVersion, onOpen }: EditorProps) {
  const { t } = useTranslation();
  const { starts_on, ends_on } = useCase();
  const days = daysOf(plan.items, starts_on, ends_on);
  const [wanted, setDay] = useState(starts_on ?? "");
  const day = days.includes(wanted) ? wanted : (days[0] ?? "");
  const items = plan.items.filter(({ local_start }) => dayOf(local_start) === day);
  const { run, error } = useAction();
  const add = () => onOpen({ prefill: day ? { local_start: `${day}T09:00` } : {} });
  return (
    <Card
      title={t("plan.title")}
      tags={<Versions board={board} plan={plan} onVersion={onVersion} />}
      aside={<Time plan={plan} />}
    >
      <div className={styles.toolbar}>
        <DayTabs days={days} day={day} items={plan.items} onDay={setDay} />
        <span className={styles.row}>
          <Downloads plan={plan} />
          {may && (
            <Button icon={<Icon name="plus" />} onClick={add}>
              {t("plan.add")}
            </Button>
          )}
          <Issue board={board} plan={plan} may={may} />
        </span>
      </div>
      <ErrorSummary error={error} />
      <Day plan={plan} items={items} may={may} run={run} onOpen={onOpen} />
    </Card>
  );
}

interface DayProps {
  plan: Plan;
  items: Plan["items"];
  may: boolean;
  run: ReturnType<typeof useAction>["run"];
  onOpen: (opened: Opened) => void;
}

function Day({ plan, items, may, run, onOpen }: DayProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const people = usePeople();
  const move = useMove(run);
  const remove = useRemove(run);
  const [by, setBy] = useState<LaneBy>("member");
  const faults = faultsOf(plan);
  const open = (id: string) => {
    const item = items.find((each) => each.id === id);
    if (item) onOpen({ item });
  };
  if (narrow) return <Agenda items={items} faults={faults} people={people} onOpen={open} />;
  const nobody = by === "member" ? t("plan.nobody") : t("plan.without");
  return (
    <>
      <div className={styles.laneBar}>
        <FilterTabs
          label={t("plan.lanes")}
          value={by}
          options={LANES.map((value) => ({ value, label: t(planKey.by(value)) }))}
          onChange={(value) => setBy(value as LaneBy)}
        />
        {may && <small id="plan-keys">{t("plan.keys")}</small>}
      </div>
      <Lanes
        lanes={lanesOf(items, by, people, nobody)}
        items={items}
        faults={faults}
        may={may}
        onMove={move}
        onRemove={(item) => void remove(item)}
        onOpen={open}
      />
    </>
  );
}

/** Item → what keeps the plan from being issued because of it. */
function faultsOf(plan: Plan): Map<string, string> {
  const faults = new Map<string, string>();
  for (const { items, words, reason, is_blocking } of plan.findings) {
    for (const id of reason || !is_blocking ? [] : items) faults.set(id, words);
  }
  return faults;
}

function Time({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const { planned_days: planned, required_days: required } = plan;
  if (required === null) return <>{t("plan.planned", { planned })}</>;
  return <>{t("plan.plannedOf", { planned, required })}</>;
}
