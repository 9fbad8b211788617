import { useTranslation } from "react-i18next";

import { samplingKey } from "@/lib/sampling";
import { Notice } from "@/ui/Notice";
import type { SampleList } from "./types";

const NAMED = 8;
const KINDS = ["duplicates", "without_key", "empty", "too_wide"] as const;
const GRAVE: readonly string[] = ["duplicates", "without_key"];

/** Rows that somebody should look at before anything is drawn, by their number in the file. */
export function ListFaults({ of }: { of: SampleList }) {
  const { t } = useTranslation();
  const rowText = ([row, first]: number[]) =>
    first === undefined
      ? t("sampling.list.row", { row })
      : t("sampling.list.repeats", { row, first });
  return (
    <>
      {KINDS.map((kind) => {
        const found = of.faults[kind];
        if (!found?.count) return null;
        const named = found.rows.slice(0, NAMED).map(rowText);
        const more = found.count > NAMED ? [t("sampling.list.more", { count: found.count })] : [];
        return (
          <Notice key={kind} tone={GRAVE.includes(kind) ? "warn" : "blue"}>
            {`${t(samplingKey.fault(kind))}：${[...named, ...more].join("，")}`}
          </Notice>
        );
      })}
    </>
  );
}
