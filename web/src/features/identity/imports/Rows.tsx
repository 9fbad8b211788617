import { useTranslation } from "react-i18next";

import { StatusTag } from "@/ui/StatusTag";
import styles from "./imports.module.css";
import { type Import, wrongFirst } from "./types";

type Row = Import["rows"][number];

/** The workbook as the server read it, each fault beside the cell it is about. */
export function Rows({ batch }: { batch: Import }) {
  const { t, i18n } = useTranslation();
  const fields = Object.keys(batch.rows[0]?.values ?? {});
  const heading = (field: string) =>
    i18n.exists(`imports.column.${field}`) ? t(`imports.column.${field as "name"}`) : field;
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={batch.file_name}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t("imports.number")}</th>
            <th scope="col">{t("imports.result")}</th>
            {fields.map((field) => (
              <th key={field} scope="col">
                {heading(field)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {wrongFirst(batch).map((row) => (
            <Line key={row.number} row={row} fields={fields} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ row, fields }: { row: Row; fields: string[] }) {
  const { t } = useTranslation();
  const wrong = Object.keys(row.errors).length > 0;
  const elsewhere = Object.entries(row.errors).filter(([field]) => !fields.includes(field));
  return (
    <tr>
      <td>{row.number}</td>
      <td>
        <StatusTag tone={wrong ? "bad" : "ok"}>
          {t(wrong ? "imports.wrong" : "imports.right")}
        </StatusTag>
        {elsewhere.map(([field, sentence]) => (
          <p key={field} className={styles.fault}>
            {sentence}
          </p>
        ))}
      </td>
      {fields.map((field) => (
        <td key={field}>
          {row.values[field]}
          {row.errors[field] && <p className={styles.fault}>{row.errors[field]}</p>}
        </td>
      ))}
    </tr>
  );
}
