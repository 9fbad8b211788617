import { useTranslation } from "react-i18next";

import { clauseText } from "./lanes";
import styles from "./plan.module.css";
import { clockOf, lengthOf, minutesOf, type Span } from "./times";
import type { Item } from "./types";
import { useDrag } from "./useDrag";
import { planKey } from "@/lib/plan";

interface BarProps {
  item: Item;
  axis: { from: number; to: number };
  top: number;
  /** The sentence of a check that fails about it. */
  fault: string | undefined;
  may: boolean;
  minutesPerPixel: () => number;
  onMove: (item: Item, span: Span) => Promise<boolean>;
  onRemove: (item: Item) => void;
  onOpen: (id: string) => void;
}

/**
 * One item on its lane. Dragged with the pointer, or by the arrow keys in quarters of an hour;
 * its right edge, or shift and the arrow keys, change its length; Enter opens its form.
 */
export function Bar(props: BarProps) {
  const { item, axis, top, fault, may } = props;
  const { t } = useTranslation();
  const { span, isMoving, handlers, edge } = useDrag(props);
  const { kind, title, zone } = item;
  const time = `${clockOf(span.local_start)}–${clockOf(span.local_end)}`;
  const clauses = clauseText(item);
  const length = axis.to - axis.from;
  const place = {
    top,
    left: `${((minutesOf(span.local_start) - axis.from) / length) * 100}%`,
    width: `${(lengthOf(span) / length) * 100}%`,
  };
  const tone = fault ? styles.faulty : (styles[kind] ?? "");
  const means = item.is_remote ? t("plan.remote") : t("plan.onSite");
  // The words that are seen come first, as they are seen.
  const seen = clauses ? [title, clauses, time] : [title, time];
  const label = [...seen, t(planKey.kind(kind)), means, fault].filter(Boolean);
  return (
    <div
      role="button"
      tabIndex={0}
      className={`${styles.bar} ${tone} ${isMoving ? styles.moving : ""}`}
      style={place}
      title={`${time} ${title}${fault ? `\n${fault}` : ""}`}
      aria-label={label.join("，")}
      aria-describedby={may ? "plan-keys" : undefined}
      data-item={item.id}
      {...handlers}
    >
      <strong>{title}</strong>
      <small>
        {isMoving ? time : clauses || time}
        {zone !== "Asia/Shanghai" && ` · ${zone}`}
      </small>
      {may && <i className={styles.edge} {...edge} />}
    </div>
  );
}
