import { Drawer } from "antd";
import { useTranslation } from "react-i18next";

import { Facts } from "@/ui/Page";
import { Done } from "./Done";
import { LevelTag } from "./HeatMap";
import styles from "./risk.module.css";
import { RowForm } from "./RowForm";
import { cellOf, levelNamed, type Matrix, type Row, type Scale } from "./types";
import { useRiskWords } from "./words";

interface RowDrawerProps {
  /** None for a new one. */
  row: Row | undefined;
  matrix: Matrix;
  scale: Scale;
  mayEdit: boolean;
  onClose: () => void;
}

/** One threat or opportunity: to edit in a draft, to read and to report done otherwise. */
export function RowDrawer(props: RowDrawerProps) {
  const { t } = useTranslation();
  const { row, matrix, scale, mayEdit, onClose } = props;
  if (mayEdit) return <RowForm row={row} matrix={matrix} scale={scale} onClose={onClose} />;
  if (!row) return null;
  return (
    <Drawer open size={520} title={t("risk.one")} onClose={onClose}>
      <div className={styles.stack}>
        <Reading {...props} row={row} />
        {matrix.state === "approved" && row.treatment && <Done row={row} onClose={onClose} />}
      </div>
    </Drawer>
  );
}

function Reading({ row, matrix, scale }: RowDrawerProps & { row: Row }) {
  const { t } = useTranslation();
  const words = useRiskWords();
  const need = matrix.needs.find(({ line }) => line === row.need_line);
  const none = t("ui.none");
  return (
    <Facts
      items={[
        [t("risk.text"), row.text],
        [t("risk.signLabel"), words.sign(row.sign)],
        [t("risk.need"), need?.text ?? none],
        [t("risk.factorLabel"), `${words.factor(row.factor)} · ${words.dimension(row.dimension)}`],
        [t("risk.cause"), row.cause || none],
        [
          t("risk.before"),
          <LevelTag
            key="before"
            level={levelNamed(scale, row.level)}
            grades={cellOf(row, "before")}
          />,
        ],
        [t("risk.treatment"), row.treatment || none],
        [t("risk.owner"), row.treated_by_name || none],
        [t("risk.due"), row.due_on ?? none],
        [
          t("risk.after"),
          <LevelTag
            key="after"
            level={levelNamed(scale, row.residual)}
            grades={cellOf(row, "after")}
          />,
        ],
        [t("risk.outcome"), row.outcome || none],
        ...(row.notes ?? []).map((note) => [t("risk.because"), note] as const),
      ]}
    />
  );
}
