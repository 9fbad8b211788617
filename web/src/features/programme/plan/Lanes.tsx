import { useRef } from "react";
import { useTranslation } from "react-i18next";

import { Bar } from "./Bar";
import type { Lane } from "./lanes";
import styles from "./plan.module.css";
import { axisOf, type Span, tracksOf } from "./times";
import type { Item } from "./types";

const TRACK = 44;

interface LanesProps {
  lanes: readonly Lane[];
  /** Every item of the day: the axis is the same in all lanes. */
  items: readonly Item[];
  faults: Map<string, string>;
  may: boolean;
  onMove: (item: Item, span: Span) => Promise<boolean>;
  onRemove: (item: Item) => void;
  onOpen: (id: string) => void;
}

/** The hours of a day across, one lane a person, chapter or site. */
export function Lanes({ lanes, items, ...handlers }: LanesProps) {
  const { t } = useTranslation();
  const axis = axisOf(items);
  const hours = Array.from({ length: (axis.to - axis.from) / 60 }, (_, n) => axis.from / 60 + n);
  return (
    <div className={styles.lanes} role="group" aria-label={t("plan.lanes")}>
      <div className={styles.axis} aria-hidden>
        {hours.map((hour) => (
          <span key={hour}>{hour}</span>
        ))}
      </div>
      {lanes.map((lane) => (
        <LaneRow key={lane.key} lane={lane} axis={axis} {...handlers} />
      ))}
    </div>
  );
}

type RowProps = Omit<LanesProps, "lanes" | "items"> & {
  lane: Lane;
  axis: { from: number; to: number };
};

function LaneRow({ lane, axis, faults, may, ...handlers }: RowProps) {
  const field = useRef<HTMLDivElement>(null);
  const tracks = tracksOf(lane.items);
  const height = TRACK * Math.max(1, ...[...tracks.values()].map((track) => track + 1));
  const minutesPerPixel = () =>
    (axis.to - axis.from) / (field.current?.getBoundingClientRect().width || 1);
  return (
    <div className={styles.lane}>
      <div className={styles.laneName}>
        {lane.label}
        {lane.note && <small>{lane.note}</small>}
      </div>
      <div className={styles.field} ref={field} style={{ height }}>
        {lane.items.map((item) => (
          <Bar
            key={item.id}
            item={item}
            axis={axis}
            top={(tracks.get(item) ?? 0) * TRACK}
            fault={faults.get(item.id)}
            may={may}
            minutesPerPixel={minutesPerPixel}
            {...handlers}
          />
        ))}
      </div>
    </div>
  );
}
