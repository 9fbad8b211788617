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
          <h3>
            {onOpen ? (
              <button type="button" className={styles.open} onClick={() => onOpen(row)}>
                {title?.render(row)}
              </button>
            ) : (
              title?.render(row)
            )}
          </h3>
          <dl>
            {rest.map((column) => (
              <CardLine key={column.key} column={column} row={row} />
            ))}
          </dl>
        </li>
      ))}
    </ul>
  );
}

function CardLine<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  return (
    <>
      <dt>{column.bare ? <span className="spoken">{column.title}</span> : column.title}</dt>
      <dd>{column.render(row)}</dd>
    </>
  );
}
