import { useTranslation } from "react-i18next";

import { Card } from "@/ui/Page";
import { SourceTag } from "../time/LinesTable";
import styles from "./rulePacks.module.css";
import { type Bands, type Group, isBands } from "./types";

/** The values of one clause, how well they are known, and what to mind. */
export function GroupCard({ group }: { group: Group }) {
  return (
    <Card title={group.title} tags={<SourceTag source={group.source} />} aside={group.clause}>
      {group.note && <p className="muted">{group.note}</p>}
      {Object.entries(group.values).map(([name, value]) => (
        <Value key={name} name={name} value={value} />
      ))}
    </Card>
  );
}

function Value({ name, value }: { name: string; value: unknown }) {
  if (isBands(value)) return <BandTable name={name} bands={value} />;
  if (Array.isArray(value) && value.some((each) => typeof each === "object")) {
    return <ListTable name={name} items={value as Record<string, unknown>[]} />;
  }
  return (
    <p className={styles.value}>
      <code>{name}</code> <strong>{plain(value)}</strong>
    </p>
  );
}

function BandTable({ name, bands }: { name: string; bands: Bands }) {
  const { t } = useTranslation();
  return (
    <table className={styles.bands} aria-label={name}>
      <thead>
        <tr>
          <th scope="col">{t("rulePacks.people")}</th>
          {bands.columns.map((column) => (
            <th key={column} scope="col">
              {column === "all" ? t("time.days") : t(`time.level.${column as "high"}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bands.rows.map(([from, to, ...days]) => (
          <tr key={from}>
            <th scope="row">{`${from}–${to}`}</th>
            {days.map((each, place) => (
              <td key={bands.columns[place]}>{each}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function ListTable({ name, items }: { name: string; items: Record<string, unknown>[] }) {
  const { i18n } = useTranslation();
  const language = i18n.language.startsWith("en") ? "en" : "zh";
  return (
    <ul className={styles.list} aria-label={name}>
      {items.map((item, place) => (
        <li key={String(item.code ?? place)}>{sentence(item, language)}</li>
      ))}
    </ul>
  );
}

/** An entry in the reader's language: its name or sentence, then whatever else it says. */
function sentence(item: Record<string, unknown>, language: "zh" | "en"): string {
  const named = (item.name ?? item.why ?? item) as Record<string, unknown>;
  const text = named[language];
  const most = "most_pct" in item ? ` ≤ ${plain(item.most_pct)} %` : "";
  return typeof text === "string" ? `${text}${most}` : plain(item);
}

export function plain(value: unknown): string {
  if (typeof value === "boolean") return value ? "✓" : "✗";
  if (Array.isArray(value)) return value.map(plain).join(", ");
  if (typeof value === "object" && value !== null) {
    if ("numerator" in value && "denominator" in value) {
      return `${plain(value.numerator)}/${plain(value.denominator)}`;
    }
    return JSON.stringify(value);
  }
  return String(value);
}
