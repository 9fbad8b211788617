import { Checkbox } from "antd";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";

import type { Column, Selection } from "./columns";
import styles from "./DataTable.module.css";

interface CardListProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  onOpen?: ((row: Row) => void) | undefined;
  selection?: Selection<Row> | undefined;
}

/** The rows of a table as cards: the first column is the title, the others are labelled lines. */
export function CardList<Row>(props: CardListProps<Row>) {
  const { label, columns, rows, rowKey, onOpen, selection } = props;
  const [title, ...rest] = columns;
  return (
    <ul className={styles.cards} aria-label={label}>
      {rows.map((row) => (
        <li key={rowKey(row)} className={styles.cardRow}>
          <div className={styles.cardTitle}>
            {selection && (selection.may?.(row) ?? true) && (
              <Choice of={rowKey(row)} selection={selection} />
            )}
            {onOpen ? (
              <button type="button" className={styles.open} onClick={() => onOpen(row)}>
                {title?.render(row)}
              </button>
            ) : (
              title?.render(row)
            )}
            {rest.filter(isBare).map((column) => (
              <Fragment key={column.key}>{column.render(row)}</Fragment>
            ))}
          </div>
          <dl>
            {rest.filter(isNamed).map((column) => (
              <CardLine key={column.key} column={column} row={row} />
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function Choice<Row>({ of, selection }: { of: string; selection: Selection<Row> }) {
  const { t } = useTranslation();
  const { keys, onChange } = selection;
  return (
    <Checkbox
      aria-label={t("ui.choose")}
      checked={keys.includes(of)}
      onChange={({ target }) =>
        onChange(target.checked ? [...keys, of] : keys.filter((key) => key !== of))
      }
    />
  );
}

const isBare = ({ bare = false }: { bare?: boolean }) => bare;
const isNamed = (column: { bare?: boolean }) => !isBare(column);

/** A line without a value says nothing on a card. */
function CardLine<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const value = column.render(row);
  if (value === null || value === undefined || value === false || value === "") return null;
  return (
    <>
      <dt>{column.title}</dt>
      <dd>{value}</dd>
    </>
  );
}
