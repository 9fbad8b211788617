import { useTranslation } from "react-i18next";

import { StatusTag } from "@/ui/StatusTag";
import styles from "./time.module.css";
import { days, type Line, type Result } from "./types";

interface LinesTableProps {
  result: Result;
  /** What counts so far: lines that differ from it say what they were. */
  base?: Result | undefined;
}

/** Every step to the auditor-days: on what basis, by which clause, how many then. */
export function LinesTable({ result, base }: LinesTableProps) {
  const { t } = useTranslation();
  const before = new Map((base ?? result).lines.map((line) => [line.key, line]));
  return (
    <table className={styles.lines}>
      <thead>
        <tr>
          <th scope="col">{t("time.basis")}</th>
          <th scope="col">{t("time.clause")}</th>
          <th scope="col" className={styles.number}>
            {t("time.change")}
          </th>
          <th scope="col" className={styles.number}>
            {t("time.days")}
          </th>
        </tr>
      </thead>
      <tbody>
        {result.lines.map((line) => (
          <Row key={line.key} line={line} was={before.get(line.key)} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            {t("time.result")}
          </th>
          <td className={styles.number}>
            <Was now={result.days} was={base?.days} /> <strong>{days(result.days)}</strong>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function Row({ line, was }: { line: Line; was: Line | undefined }) {
  const changed = !was || was.total !== line.total || was.delta !== line.delta;
  return (
    <tr className={changed ? styles.changed : undefined}>
      <td>
        {line.basis}
        {line.note && <small>{line.note}</small>}
      </td>
      <td>
        {line.edition} · {line.clause} <SourceTag source={line.source} />
      </td>
      <td className={styles.number}>{signed(line.delta)}</td>
      <td className={styles.number}>
        <Was now={line.total} was={was?.total} /> {days(line.total)}
      </td>
    </tr>
  );
}

function Was({ now, was }: { now: string; was: string | undefined }) {
  const { t } = useTranslation();
  if (!was || was === now) return null;
  return <small className={styles.was}>{t("time.was", { days: days(was) })}</small>;
}

/** How well a value is known; what was read in the text itself needs no tag. */
export function SourceTag({ source }: { source: string }) {
  const { t } = useTranslation();
  if (source === "M") return <StatusTag tone="warn">{t("time.fromMemory")}</StatusTag>;
  if (source === "T2") return <StatusTag>{t("time.secondHand")}</StatusTag>;
  return null;
}

function signed(text: string): string {
  const number = Number(text);
  if (number === 0) return "";
  return number > 0 ? `+${number}` : `−${-number}`;
}
