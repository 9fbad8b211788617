import { useState } from "react";
import { useTranslation } from "react-i18next";

import { Card } from "@/ui/Page";
import { Definitions } from "./Definitions";
import { HeatMap } from "./HeatMap";
import { Needs } from "./Needs";
import styles from "./risk.module.css";
import { Rows } from "./Rows";
import { Standing } from "./Standing";
import { type Cell, isIn, type Matrix, type Risk, type Side } from "./types";
import { useMay } from "./useRisk";
import { Versions } from "./Versions";

interface MatrixViewProps {
  risk: Risk;
  matrix: Matrix;
  onVersion: (number: number) => void;
}

/** One version: where it stands, the map with its definitions, the needs, the rows. */
export function MatrixView({ risk, matrix, onVersion }: MatrixViewProps) {
  const { t } = useTranslation();
  const [side, setSide] = useState<Side>("before");
  const [chosen, setChosen] = useState<Cell | null>(null);
  const may = useMay(matrix, risk.versions[0]?.number === matrix.number);
  const shown = chosen ? matrix.rows.filter((row) => isIn(row, chosen, side)) : matrix.rows;
  const map = { scale: risk.scale, rows: matrix.rows, side, chosen };
  const turn = (next: Side) => {
    setSide(next);
    setChosen(null);
  };
  return (
    <div className={styles.tab}>
      <Standing matrix={matrix} scale={risk.scale} may={may} />
      <Card title={t("risk.map")}>
        <div className={styles.columns}>
          <HeatMap {...map} onSide={turn} onChoose={setChosen} />
          <Definitions scale={risk.scale} />
        </div>
      </Card>
      <Rows matrix={matrix} scale={risk.scale} rows={shown} isNarrowed={!!chosen} may={may} />
      <Needs matrix={matrix} mayEdit={may.edit} />
      <Versions risk={risk} number={matrix.number} onVersion={onVersion} />
    </div>
  );
}
