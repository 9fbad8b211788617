import { Fragment } from "react";

import type { Column } from "./columns";
import styles from "./DataTable.module.css";

interface CardListProps<Row> {
  label: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  onOpen?: ((row: Row) => void) | undefined;
}

/** The rows of a table as cards: the first column is the title, the others are labelled lines. */
export function CardList<Row>({ label, columns, rows, rowKey, onOpen }: CardListProps<Row>) {
  const [title, ...rest] = columns;
  return (
    <ul className={styles.cards} aria-label={label}>
      {rows.map((row) => (
        <li key={rowKey(row)} className={styles.cardRow}>
          <div className={styles.cardTitle}>
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
