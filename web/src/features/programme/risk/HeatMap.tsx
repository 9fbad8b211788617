import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { useNarrow } from "@/lib/media";
import { FilterTabs } from "@/ui/FilterTabs";
import styles from "./risk.module.css";
import {
  type Cell,
  GRADES,
  isIn,
  type Level,
  levelAt,
  type Row,
  type Scale,
  type Side,
} from "./types";

interface HeatMapProps {
  scale: Scale;
  rows: readonly Row[];
  side: Side;
  onSide: (side: Side) => void;
  chosen: Cell | null;
  onChoose: (cell: Cell | null) => void;
}

/** Twenty-five cells, each with its level in words and how many rows stand in it. */
export function HeatMap(props: HeatMapProps) {
  const { t } = useTranslation();
  const { side, onSide, chosen, onChoose } = props;
  return (
    <div className={styles.map}>
      <div className={styles.mapTools}>
        <FilterTabs
          label={t("risk.side")}
          value={side}
          onChange={(value) => onSide(value as Side)}
          options={[
            { value: "before", label: t("risk.before") },
            { value: "after", label: t("risk.after") },
          ]}
        />
        {chosen && (
          <Button size="small" onClick={() => onChoose(null)}>
            {t("risk.showAll")}
          </Button>
        )}
      </div>
      {useNarrow() ? <CellList {...props} /> : <Grid {...props} />}
    </div>
  );
}

function Grid(props: HeatMapProps) {
  const { t } = useTranslation();
  const { scale } = props;
  return (
    <table className={styles.grid}>
      <caption className="spoken">{t("risk.mapCaption")}</caption>
      <thead>
        <tr>
          <th scope="col">
            <small>{t("risk.axes")}</small>
          </th>
          {GRADES.map((impact) => (
            <th key={impact} scope="col">
              {impact} <small>{scale.impact[impact - 1]?.name}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {GRADES.toReversed().map((likelihood) => (
          <tr key={likelihood}>
            <th scope="row">
              {likelihood} <small>{scale.likelihood[likelihood - 1]?.name}</small>
            </th>
            {GRADES.map((impact) => (
              <td key={impact}>
                <CellButton {...props} cell={{ likelihood, impact }} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function CellButton(props: HeatMapProps & { cell: Cell }) {
  const { t } = useTranslation();
  const { cell, scale, rows, side, chosen, onChoose } = props;
  const level = levelAt(scale, cell);
  const count = rows.filter((row) => isIn(row, cell, side)).length;
  const pressed = chosen?.likelihood === cell.likelihood && chosen.impact === cell.impact;
  if (!level) return null;
  return (
    <button
      type="button"
      className={`${styles.cell} ${shadeOf(level)}`}
      aria-pressed={pressed}
      onClick={() => onChoose(pressed ? null : cell)}
    >
      <span className="spoken">{t("risk.cellGrades", { ...cell })}</span>
      <span>{level.name}</span>
      {count > 0 && <b>{count}</b>}
      <span className="spoken">{t("risk.inCell", { count })}</span>
    </button>
  );
}

/** On a telephone only the cells in which something stands, the gravest first. */
function CellList(props: HeatMapProps) {
  const { t } = useTranslation();
  const { rows, side } = props;
  const cells = GRADES.toReversed().flatMap((likelihood) =>
    GRADES.toReversed().map((impact) => ({ likelihood, impact })),
  );
  const filled = cells
    .filter((cell) => rows.some((row) => isIn(row, cell, side)))
    .toSorted((a, b) => b.likelihood * b.impact - a.likelihood * a.impact);
  return (
    <ul className={styles.cells}>
      {filled.map((cell) => (
        <li key={`${cell.likelihood}${cell.impact}`}>
          <span>{t("risk.cellGrades", { ...cell })}</span>
          <CellButton {...props} cell={cell} />
        </li>
      ))}
    </ul>
  );
}

/** A level in its word, on the colour of its shade. */
export function LevelTag({ level, grades }: { level: Level | undefined; grades?: Cell | null }) {
  const { t } = useTranslation();
  if (!level) return <span className={styles.ungraded}>{t("risk.ungraded")}</span>;
  return (
    <span className={`${styles.level} ${shadeOf(level)}`}>
      {level.name}
      {grades && ` ${grades.likelihood}×${grades.impact}`}
    </span>
  );
}

const shadeOf = ({ shade }: Level) => styles[`shade${shade}`] ?? "";
