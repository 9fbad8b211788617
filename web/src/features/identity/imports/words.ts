import { useTranslation } from "react-i18next";

import { COLUMNS, kindOf } from "./types";

type Field = (typeof COLUMNS)[keyof typeof COLUMNS][number];

const FIELDS: readonly string[] = Object.values(COLUMNS).flat();
const isField = (text: string): text is Field => FIELDS.includes(text);

/** What a column is called in the template. */
export function useColumnName(kind: string): (field: string) => string {
  const { t } = useTranslation();
  return (field) => {
    if (field === "name" && kindOf(kind) === "people") return t("people.name");
    return isField(field) ? t(`imports.column.${field}`) : field;
  };
}
