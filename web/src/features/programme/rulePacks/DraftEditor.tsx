import { Button, Input, InputNumber } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { useRefresh } from "../cases/useCase";
import { SourceTag } from "../time/LinesTable";
import { plain } from "./GroupCard";
import styles from "./rulePacks.module.css";
import { type Bands, type Content, isBands, type Pack } from "./types";

/** Every value of a draft, to be changed; the server says what cannot be, with its place. */
export function DraftEditor({ pack }: { pack: Pack }) {
  const { t } = useTranslation();
  const refresh = useRefresh();
  const [content, setContent] = useState(pack.content as unknown as Content);
  const [broken, setBroken] = useState<readonly string[]>([]);
  const [state, setState] = useState<{ busy?: boolean; error?: unknown }>({});
  const set = (group: string, name: string, value: unknown) =>
    setContent((last) => ({
      ...last,
      groups: last.groups.map((each) =>
        each.name === group ? { ...each, values: { ...each.values, [name]: value } } : each,
      ),
    }));
  const mark = (name: string, isBroken: boolean) =>
    setBroken((last) => [...last.filter((each) => each !== name), ...(isBroken ? [name] : [])]);
  const save = async () => {
    setState({ busy: true });
    try {
      await client.PATCH("/api/programme/rule-packs/{pack_id}/draft", {
        params: { path: { pack_id: pack.key } },
        body: { version: pack.version, content },
      });
      await refresh();
      setState({});
    } catch (error) {
      setState({ error });
    }
  };
  return (
    <>
      {pack.groups.map((group) => (
        <Card
          key={group.name}
          title={group.title}
          tags={<SourceTag source={group.source} />}
          aside={group.clause}
        >
          {group.note && <p className="muted">{group.note}</p>}
          {Object.entries(valuesOf(content, group.name)).map(([name, value]) => (
            <Editor
              key={name}
              name={name}
              value={value}
              set={(next) => set(group.name, name, next)}
              mark={(isBroken) => mark(name, isBroken)}
            />
          ))}
        </Card>
      ))}
      <div className={styles.foot}>
        <ErrorSummary error={state.error} />
        {broken.length > 0 && (
          <Notice tone="bad">{t("rulePacks.broken", { names: broken.join(", ") })}</Notice>
        )}
        <Button
          type="primary"
          loading={state.busy ?? false}
          disabled={broken.length > 0}
          onClick={() => void save()}
        >
          {t("rulePacks.save")}
        </Button>
      </div>
    </>
  );
}

function valuesOf(content: Content, group: string): Record<string, unknown> {
  return content.groups.find(({ name }) => name === group)?.values ?? {};
}

interface EditorProps {
  name: string;
  value: unknown;
  set: (value: unknown) => void;
  mark: (isBroken: boolean) => void;
}

function Editor({ name, value, set, mark }: EditorProps) {
  if (isBands(value)) return <BandEditor name={name} bands={value} set={set} />;
  if (typeof value === "number") {
    return (
      <div className={styles.value}>
        <code>{name}</code>
        <InputNumber aria-label={name} value={value} onChange={(next) => set(next ?? 0)} />
      </div>
    );
  }
  if (typeof value === "string") {
    return (
      <div className={styles.value}>
        <code>{name}</code>
        <Input aria-label={name} value={value} onChange={({ target }) => set(target.value)} />
      </div>
    );
  }
  return <JsonEditor name={name} value={value} set={set} mark={mark} />;
}

interface BandEditorProps {
  name: string;
  bands: Bands;
  set: (value: unknown) => void;
}

function BandEditor({ name, bands, set }: BandEditorProps) {
  const { t } = useTranslation();
  const put = (row: number, place: number, next: number | null) =>
    set({
      ...bands,
      rows: bands.rows.map((cells, at) =>
        at === row ? cells.map((cell, n) => (n === place ? (next ?? 0) : cell)) : cells,
      ),
    });
  const heads = [t("rulePacks.from"), t("rulePacks.to"), ...bands.columns];
  return (
    <div className={styles.scroll}>
      <table className={styles.bands} aria-label={name}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bands.rows.map((cells, row) => (
            // A row has no other name than its place: its bounds are what is edited.
            <tr key={row}>
              {cells.map((cell, place) => (
                <td key={heads[place]}>
                  <InputNumber
                    size="small"
                    aria-label={`${name} ${plain(cells[0])} ${heads[place]}`}
                    value={cell}
                    onChange={(next) => put(row, place, next)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Lists and switches in the notation in which the pack is kept. */
function JsonEditor({ name, value, set, mark }: EditorProps) {
  const [text, setText] = useState(() => JSON.stringify(value, null, 2));
  const write = (next: string) => {
    setText(next);
    try {
      set(JSON.parse(next));
      mark(false);
    } catch {
      mark(true);
    }
  };
  return (
    <div className={styles.value}>
      <code>{name}</code>
      <Input.TextArea
        aria-label={name}
        className={styles.json}
        rows={Math.min(12, text.split("\n").length)}
        value={text}
        onChange={({ target }) => write(target.value)}
      />
    </div>
  );
}
