import { useTranslation } from "react-i18next";

import styles from "./programmes.module.css";
import { scaleOf } from "./scale";
import { type Cycle, type Line, toneOf } from "./types";
import { useCycleWords } from "./words";

/** Three years as one line: windows, audits, and today. The table beside it says the same. */
export function Timeline({ of, small = false }: { of: Cycle; small?: boolean }) {
  const { t } = useTranslation();
  const words = useCycleWords();
  if (!of.certified_on || !of.expires_on) {
    return <small className="muted">{t("programmes.undated")}</small>;
  }
  const last = of.today > of.expires_on ? of.today : of.expires_on;
  const scale = scaleOf(of.certified_on, last);
  const said = of.lines.map((line) => `${words.audit(line)} ${line.due_by} ${words.state(line)}`);
  return (
    <div
      className={small ? `${styles.timeline} ${styles.small}` : styles.timeline}
      role="img"
      aria-label={said.join(t("programmes.comma"))}
    >
      {scale.years.map(({ year, at }) => (
        <span key={year} className={styles.year} style={{ left: `${at}%` }}>
          {!small && year}
        </span>
      ))}
      {of.lines.map((line) => (
        <Window key={`${line.kind}${line.sequence}`} line={line} at={scale.at} named={!small} />
      ))}
      <span className={styles.today} style={{ left: `${scale.at(of.today)}%` }}>
        {!small && <em>{t("programmes.today")}</em>}
      </span>
    </div>
  );
}

interface WindowProps {
  line: Line;
  at: (day: string) => number;
  named: boolean;
}

function Window({ line, at, named }: WindowProps) {
  const words = useCycleWords();
  const [from, to] = [at(line.due_from), at(line.due_by)];
  const day = line.case?.ends_on ?? line.case?.starts_on;
  const tone = styles[toneOf(line)];
  return (
    <>
      <span
        className={`${styles.window} ${tone}`}
        style={{ left: `${from}%`, width: `${Math.max(1, to - from)}%` }}
      />
      {named && (
        <span
          className={to > 80 ? `${styles.name} ${styles.leftwards}` : styles.name}
          style={to > 80 ? { right: `${100 - to}%` } : { left: `${from}%` }}
        >
          {words.audit(line)}
          <small>{line.due_by}</small>
        </span>
      )}
      {day && <span className={`${styles.mark} ${tone}`} style={{ left: `${at(day)}%` }} />}
    </>
  );
}
