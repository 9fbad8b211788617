import { useTranslation } from "react-i18next";

import { useNarrow } from "@/lib/media";
import { PathLink } from "@/ui/PathLink";
import { StatusTag } from "@/ui/StatusTag";
import { place } from "./lanes";
import styles from "./schedule.module.css";
import type { AbsenceKind, Bar, Lane, Schedule } from "./types";

interface LanesProps {
  schedule: Schedule;
  onAbsence: (id: string) => void;
}

const LINE = 26;

/** People × weeks; every bar is a link or a button, so the keyboard reaches it. */
export function Lanes({ schedule, onAbsence }: LanesProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  if (narrow) return <LaneList schedule={schedule} onAbsence={onAbsence} />;
  return (
    <div className={styles.lanes} role="table" aria-label={t("shell.nav.schedule")}>
      <div className={styles.lane} role="row">
        <span role="columnheader" className={styles.name}>
          {t("schedule.person")}
        </span>
        <span role="columnheader" className={styles.weeks}>
          {schedule.weeks.map((week) => (
            <small key={week}>{week.slice(5)}</small>
          ))}
        </span>
      </div>
      {schedule.lanes.map((lane) => (
        <OneLane key={lane.person_id} lane={lane} schedule={schedule} onAbsence={onAbsence} />
      ))}
    </div>
  );
}

type OneLaneProps = LanesProps & { lane: Lane };

function OneLane({ lane, schedule, onAbsence }: OneLaneProps) {
  const placed = place(lane.bars, schedule.first, schedule.last);
  const lines = Math.max(1, ...placed.map(({ line }) => line + 1));
  return (
    <div className={styles.lane} role="row">
      <span className={styles.name} role="rowheader">
        {lane.person}
      </span>
      <span className={styles.track} role="cell" style={{ height: lines * LINE + 8 }}>
        <span className={styles.grid} aria-hidden>
          {schedule.weeks.map((week) => (
            <i key={week} />
          ))}
        </span>
        {placed.map(({ bar, left, width, line }) => (
          <BarLink
            key={bar.id}
            bar={bar}
            onAbsence={onAbsence}
            style={{ left: `${left}%`, width: `${width}%`, top: line * LINE + 4 }}
          />
        ))}
      </span>
    </div>
  );
}

interface BarLinkProps {
  bar: Bar;
  onAbsence: (id: string) => void;
  style?: React.CSSProperties;
}

function BarLink({ bar, onAbsence, style }: BarLinkProps) {
  const { t } = useTranslation();
  const name =
    bar.kind === "absence"
      ? t(`schedule.kind.${bar.title as AbsenceKind}`)
      : `${bar.title} ${bar.role}`;
  const tone = bar.clashes ? styles.clash : bar.kind === "case" ? styles.case : styles.away;
  const spoken = t("schedule.bar", { name, first: bar.first, last: bar.last });
  const props = {
    className: `${styles.bar} ${tone}`,
    style,
    title: bar.clashes ? `${spoken} · ${t("schedule.clash")}` : spoken,
  };
  const text = (
    <>
      {bar.clashes && <span aria-hidden>⚠ </span>}
      {name}
      {bar.clashes && <span className="spoken">{t("schedule.clash")}</span>}
    </>
  );
  if (bar.kind === "case") {
    return (
      <PathLink {...props} href={`/audits/${bar.case_id}/team`}>
        {text}
      </PathLink>
    );
  }
  return (
    <button type="button" {...props} onClick={() => onAbsence(bar.id)}>
      {text}
    </button>
  );
}

/** On a phone: each person with what they have, by day. */
function LaneList({ schedule, onAbsence }: LanesProps) {
  const { t } = useTranslation();
  return (
    <ul className={styles.list}>
      {schedule.lanes.map((lane) => (
        <li key={lane.person_id}>
          <strong>{lane.person}</strong>
          {lane.bars.length === 0 && <small>{t("schedule.free")}</small>}
          {lane.bars.map((bar) => (
            <span key={bar.id} className={styles.line}>
              <small>{bar.first === bar.last ? bar.first : `${bar.first} – ${bar.last}`}</small>
              <BarLink bar={bar} onAbsence={onAbsence} />
              {bar.clashes && <StatusTag tone="bad">{t("schedule.clash")}</StatusTag>}
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}
