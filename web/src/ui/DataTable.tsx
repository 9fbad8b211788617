import { Button, Input, Pagination, Table } from "antd";
import type { ColumnType, TableProps } from "antd/es/table";
import { type Key, type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";

import { useNarrow } from "@/lib/media";
import { CardList } from "./CardList";
import type { Column, Selection } from "./columns";
import styles from "./DataTable.module.css";
import { Icon } from "./icons";
import { ErrorSummary } from "./Notice";
import { Waiting } from "./Page";
import type { TableState } from "./tableState";

interface DataTableProps<Row> {
  /** What the table lists, for screen readers. */
  label: string;
  columns: readonly Column<Row>[];
  state: TableState;
  answer: { items: Row[]; total: number } | undefined;
  error?: unknown;
  retry?: () => void;
  rowKey: (row: Row) => string;
  /** Rows that are chosen for something to be done with them at once. */
  selection?: Selection<Row>;
  /** Opens the row; the first column becomes the button. */
  onOpen?: (row: Row) => void;
  searchPlaceholder?: string;
  filters?: ReactNode;
  exportHref?: string;
  /** Shows the rows otherwise than as lines. */
  shownAs?: ReactNode;
  /** Shown when there are no rows and nothing narrows the list. */
  empty?: ReactNode;
}

/** A list of the server: paged, sorted and searched there; cards instead of columns on a phone. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const { state, answer, error, retry, empty } = props;
  const { t } = useTranslation();
  const narrowed = state.search !== "" || Object.values(state.filters).some(Boolean);
  const again = <Button onClick={retry}>{t("ui.retry")}</Button>;
  if (error && !answer) return <ErrorSummary error={error} action={again} />;
  return (
    <>
      <Tools {...props} />
      {!answer && <Waiting />}
      {answer && answer.total === 0 && (narrowed ? <NothingFound state={state} /> : empty)}
      {answer && answer.total > 0 && (
        <>
          {props.shownAs ?? <Rows {...props} rows={answer.items} />}
          <Foot state={state} total={answer.total} />
        </>
      )}
    </>
  );
}

function Tools<Row>({ state, searchPlaceholder, filters, exportHref }: DataTableProps<Row>) {
  const { t } = useTranslation();
  if (!searchPlaceholder && !filters && !exportHref) return null;
  return (
    <div className={styles.tools}>
      {searchPlaceholder && <SearchBox state={state} placeholder={searchPlaceholder} />}
      {filters}
      {exportHref && (
        <a className={styles.export} href={exportHref} download>
          <Icon name="download" />
          {t("ui.export")}
        </a>
      )}
    </div>
  );
}

const PAUSE = 300;

/** Asks the server once the writer pauses, not on every key. */
function SearchBox({ state, placeholder }: { state: TableState; placeholder: string }) {
  const [written, setWritten] = useState(state.search);
  const { search, change } = state;
  useEffect(() => {
    if (written === search) return undefined;
    const timer = window.setTimeout(() => change({ search: written }), PAUSE);
    return () => window.clearTimeout(timer);
  }, [written, search, change]);
  return (
    <Input
      className={styles.search}
      allowClear
      value={written}
      placeholder={placeholder}
      aria-label={placeholder}
      prefix={<Icon name="search" className="muted" />}
      onChange={(event) => setWritten(event.target.value)}
    />
  );
}

function NothingFound({ state }: { state: TableState }) {
  const { t } = useTranslation();
  const clear = () => {
    for (const name of Object.keys(state.filters)) state.filter(name, undefined);
    state.change({ search: "" });
  };
  return (
    <p className={styles.tools}>
      <span className="muted">{t("ui.nothingFound")}</span>
      <Button type="link" onClick={clear}>
        {t("ui.clearFilters")}
      </Button>
    </p>
  );
}

function Rows<Row extends object>(props: DataTableProps<Row> & { rows: Row[] }) {
  const { columns, state, rows, rowKey, onOpen, label, selection } = props;
  const narrow = useNarrow();
  const { t } = useTranslation();
  if (narrow) {
    const list = { label, columns, rows, rowKey, onOpen, selection };
    return <CardList {...list} />;
  }
  const onChange: TableProps<Row>["onChange"] = (_pages, _filters, sorter) => {
    const one = Array.isArray(sorter) ? sorter[0] : sorter;
    const key = String(one?.columnKey ?? "");
    state.change({ sort: one?.order ? (one.order === "descend" ? `-${key}` : key) : "" });
  };
  return (
    <Table<Row>
      size="small"
      className={styles.table}
      aria-label={label}
      rowKey={rowKey}
      dataSource={rows}
      pagination={false}
      {...(selection && { rowSelection: toAntdSelection(selection, t("ui.choose")) })}
      scroll={{ x: "max-content" }}
      showSorterTooltip={false}
      onChange={onChange}
      columns={columns.map((column, index) =>
        toAntd(column, state.sort, index === 0 ? onOpen : undefined),
      )}
    />
  );
}

function toAntdSelection<Row extends object>({ keys, onChange, may }: Selection<Row>, one: string) {
  return {
    selectedRowKeys: [...keys],
    preserveSelectedRowKeys: true,
    onChange: (chosen: Key[]) => onChange(chosen.map(String)),
    // A box for all would stand in the hidden row by which the table measures its columns, too.
    hideSelectAll: true,
    getCheckboxProps: (row: Row) => ({
      disabled: may ? !may(row) : false,
      "aria-label": one,
    }),
  };
}

function toAntd<Row extends object>(
  column: Column<Row>,
  sort: string,
  onOpen: ((row: Row) => void) | undefined,
): ColumnType<Row> {
  const direction = sort.startsWith("-") ? "descend" : "ascend";
  return {
    key: column.key,
    title: column.title,
    width: column.width,
    align: column.align,
    sorter: column.sortable ?? false,
    sortOrder: sort.replace(/^-/, "") === column.key ? direction : null,
    render: (_value, row) => <Cell column={column} row={row} onOpen={onOpen} />,
  };
}

interface CellProps<Row> {
  column: Column<Row>;
  row: Row;
  onOpen: ((row: Row) => void) | undefined;
}

function Cell<Row>({ column, row, onOpen }: CellProps<Row>) {
  if (!onOpen) return <>{column.render(row)}</>;
  return (
    <button type="button" className={styles.open} onClick={() => onOpen(row)}>
      {column.render(row)}
    </button>
  );
}

function Foot({ state, total }: { state: TableState; total: number }) {
  const { t } = useTranslation();
  return (
    <div className={styles.foot}>
      <small>{t("ui.rows", { total })}</small>
      {total > state.size && (
        <Pagination
          size="small"
          current={state.page}
          pageSize={state.size}
          total={total}
          showSizeChanger={false}
          onChange={(page) => state.change({ page })}
        />
      )}
    </div>
  );
}
