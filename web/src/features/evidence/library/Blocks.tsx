import { useTranslation } from "react-i18next";

import { ErrorSummary } from "@/ui/Notice";
import { Waiting } from "@/ui/Page";
import { hrefOf, type Shown } from "./types";
import { usePart } from "./usePart";
import styles from "./viewer.module.css";
import { Watermark } from "./Watermark";

type Block =
  | { kind: "heading" | "text" | "plain"; text: string }
  | { kind: "slide"; number: number }
  | { kind: "table"; name: string; rows: string[][] };

/** Text and tables of a document: words of the file, set by us, so that nothing of it can act. */
export function Blocks({ preview, opening }: Shown) {
  const { t } = useTranslation();
  const number = preview.parts[0]?.number ?? 0;
  const { data, error } = usePart<{ blocks: Block[]; is_cut: boolean }>(hrefOf(opening, number));
  if (error) return <ErrorSummary error={error} />;
  if (!data) return <Waiting />;
  return (
    <div className={styles.sheet}>
      <div
        className={styles.words}
        role="document"
        aria-label={opening.name}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
      >
        {data.blocks.map((block, index) => (
          <One key={index} block={block} />
        ))}
        {data.is_cut && <p className="muted">{t("evidence.look.cut")}</p>}
      </div>
      <Watermark text={opening.watermark} paper />
    </div>
  );
}

function One({ block }: { block: Block }) {
  const { t } = useTranslation();
  switch (block.kind) {
    case "heading":
      return <h3>{block.text}</h3>;
    case "text":
      return <p>{block.text}</p>;
    case "plain":
      return <pre>{block.text}</pre>;
    case "slide":
      return <h3>{t("evidence.look.slide", { number: block.number })}</h3>;
    case "table":
      return <TableOf {...block} />;
  }
}

function TableOf({ name, rows }: { name: string; rows: string[][] }) {
  const [first = [], ...others] = rows;
  return (
    <table>
      {name && <caption>{name}</caption>}
      <thead>
        <tr>
          {first.map((cell, column) => (
            <th key={column} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {others.map((cells, row) => (
          <tr key={row}>
            {cells.map((cell, column) => (
              <td key={column}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
