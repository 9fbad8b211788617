import { Button, Select } from "antd";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { samplingKey } from "@/lib/sampling";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { StatusTag } from "@/ui/StatusTag";
import { ListFaults } from "./ListFaults";
import styles from "./sampling.module.css";
import { type SampleList, toneOf, useDeed, type WholeSample } from "./types";

/** The file that is drawn from: where it came from, what is in it, what is wrong with it. */
export function ListSection({ of, mayDraw }: { of: WholeSample; mayDraw: boolean }) {
  const { t } = useTranslation();
  const [newest] = of.lists;
  return (
    <section>
      <h2>{t("sampling.list.title")}</h2>
      {of.asked_id && (
        <p>
          <Link
            to="/audits/$case/evidence/requests"
            params={{ case: of.case_id }}
            search={{ request: of.asked_id }}
          >
            {t("sampling.list.asked", { code: of.asked_code })}
          </Link>
        </p>
      )}
      {newest ? (
        <Newest of={of} list={newest} mayDraw={mayDraw} />
      ) : (
        <p>{t("sampling.list.none")}</p>
      )}
      {mayDraw && <UseFile of={of} />}
    </section>
  );
}

interface NewestProps {
  of: WholeSample;
  list: SampleList;
  mayDraw: boolean;
}

function Newest({ of, list, mayDraw }: NewestProps) {
  const { t } = useTranslation();
  return (
    <>
      <p className={styles.line}>
        <StatusTag tone={toneOf(list.state)}>
          {t(list.state === "ready" ? "sampling.list.isRead" : samplingKey.state(list.state))}
        </StatusTag>
        {list.state === "ready" && (
          <strong>{t("sampling.list.rows", { count: list.row_count })}</strong>
        )}
        <span className="muted">
          {t("sampling.list.from", {
            code: list.item_code,
            name: list.item_name,
            by: list.given_by,
          })}
        </span>
      </p>
      {list.problem && <Notice tone="bad">{list.problem}</Notice>}
      {list.state === "ready" && (
        <>
          <p>
            {t("sampling.list.hash")} <code className={styles.hash}>{list.sha256}</code>
          </p>
          <ListFaults of={list} />
          {mayDraw && <KeyColumn of={of} list={list} />}
          <Preview of={list} />
        </>
      )}
    </>
  );
}

function Preview({ of }: { of: SampleList }) {
  const { t } = useTranslation();
  return (
    <div className={styles.preview}>
      <small className="muted">{t("sampling.list.preview", { count: of.preview.length })}</small>
      <table>
        <thead>
          <tr>
            {of.headings.map((heading, column) => (
              <th key={column} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.preview.map((row, number) => (
            <tr key={number}>
              {row.map((cell, column) => (
                <td key={column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function KeyColumn({ of, list }: { of: WholeSample; list: SampleList }) {
  const { t } = useTranslation();
  const { run, busy, error } = useDeed();
  const read = (key_column: number) =>
    run(
      client.POST("/api/evidence/samples/{sample_id}/list", {
        params: { path: { sample_id: of.id } },
        body: { item_id: list.item_id, key_column },
      }),
    );
  return (
    <label className={styles.field}>
      <span>
        {t("sampling.list.key")} <small className="muted">{t("sampling.list.keyNote")}</small>
      </span>
      <ErrorSummary error={error} />
      <Select
        value={list.key_column}
        loading={busy}
        onChange={(column) => void read(column)}
        options={list.headings.map((label, value) => ({ value, label: label || `${value + 1}` }))}
      />
    </label>
  );
}

/** A file that came in without being asked for; the server refuses what is older than the seed. */
function UseFile({ of }: { of: WholeSample }) {
  const { t } = useTranslation();
  const { run, busy, error } = useDeed();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<string>();
  const { data } = api.useQuery("get", "/api/evidence/cases/{case_id}/items", {
    params: { path: { case_id: of.case_id }, query: { size: 200, kind: "file" as const } },
  });
  const since = Date.parse(of.committed_at);
  const files = (data?.items ?? []).filter(({ received_at }) => Date.parse(received_at) > since);
  const give = (item_id: string) =>
    run(
      client.POST("/api/evidence/samples/{sample_id}/list", {
        params: { path: { sample_id: of.id } },
        body: { item_id },
      }),
      () => setOpen(false),
    );
  if (files.length === 0) return null;
  if (!isOpen) return <Button onClick={() => setOpen(true)}>{t("sampling.list.use")}</Button>;
  return (
    <div className={styles.form}>
      <ErrorSummary error={error} />
      <label className={styles.field}>
        {t("sampling.list.choose")}
        <Select
          value={chosen}
          onChange={setChosen}
          showSearch={{ optionFilterProp: "label" }}
          options={files.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))}
        />
      </label>
      <Button
        type="primary"
        loading={busy}
        disabled={!chosen}
        onClick={() => chosen && void give(chosen)}
      >
        {t("sampling.list.use")}
      </Button>
    </div>
  );
}
