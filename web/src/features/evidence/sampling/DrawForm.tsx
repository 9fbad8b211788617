import { Button, Input, InputNumber, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { samplingKey } from "@/lib/sampling";
import { ErrorSummary } from "@/ui/Notice";
import { SizeFields } from "./SizeFields";
import styles from "./sampling.module.css";
import { rootSize, totalOf } from "./sizes";
import {
  FACTORS,
  SIZE_RULES,
  type SampleList,
  type SizeRule,
  useDeed,
  type WholeSample,
} from "./types";

const SIMPLE = -1;
const MOST = 200;

/** Method and size, with the formula and what it comes to before anything is drawn. */
export function DrawForm({ of, list }: { of: WholeSample; list: SampleList }) {
  const { t } = useTranslation();
  const { run, busy, error } = useDeed();
  const [column, setColumn] = useState(SIMPLE);
  const [rule, setRule] = useState<SizeRule>("root");
  const [factor, setFactor] = useState<(typeof FACTORS)[number]>("surveillance");
  const k = of.factors[factor] ?? 1;
  const [size, setSize] = useState(rootSize(list.row_count, k));
  const [each, setEach] = useState<Record<string, number>>({});
  const [note, setNote] = useState("");
  const strata = column === SIMPLE ? { "": list.row_count } : (list.strata[column] ?? {});
  const total = totalOf({ size_rule: rule, size, each }, strata, k);
  const isFaulty = Boolean(list.faults.duplicates?.count || list.faults.without_key?.count);
  const draw = () =>
    run(
      client.POST("/api/evidence/samples/{sample_id}/draw", {
        params: { path: { sample_id: of.id } },
        body: {
          column: column === SIMPLE ? null : column,
          size_rule: rule,
          size: rule === "given" ? size : 0,
          each: rule === "each" ? each : {},
          factor: rule === "root" || rule === "root_each" ? factor : "",
          note,
        },
      }),
    );
  const methods = Object.keys(list.strata).map((key) => ({
    value: Number(key),
    label: t("sampling.draw.by", { heading: list.headings[Number(key)] ?? key }),
  }));
  const rules = SIZE_RULES.filter((one) => column !== SIMPLE || one === "given" || one === "root");
  return (
    <section className={styles.form}>
      <h2>{t("sampling.draw.title")}</h2>
      <ErrorSummary error={error} />
      <div className={styles.row}>
        <label className={styles.field}>
          {t("sampling.draw.method")}
          <Select
            value={column}
            onChange={(next) => {
              setColumn(next);
              setEach({});
              if (next === SIMPLE && !["given", "root"].includes(rule)) setRule("root");
            }}
            options={[{ value: SIMPLE, label: t("sampling.draw.simple") }, ...methods]}
          />
        </label>
        <label className={styles.field}>
          {t("sampling.draw.rule")}
          <Select
            value={rule}
            onChange={setRule}
            options={rules.map((value) => ({ value, label: t(samplingKey.rule(value)) }))}
          />
        </label>
        {(rule === "root" || rule === "root_each") && (
          <label className={styles.field}>
            {t("sampling.draw.factor")}
            <Select
              value={factor}
              onChange={setFactor}
              options={FACTORS.map((value) => ({
                value,
                label: `${t(samplingKey.factor(value))} ${of.factors[value] ?? ""}`,
              }))}
            />
          </label>
        )}
        {rule === "given" && (
          <label className={styles.field}>
            {t("sampling.draw.size")}
            <InputNumber min={1} max={MOST} value={size} onChange={(next) => setSize(next ?? 0)} />
          </label>
        )}
      </div>
      <SizeFields rule={rule} strata={strata} factor={k} each={each} onEach={setEach} />
      <p>
        <strong>{t("sampling.draw.total", { total })}</strong>{" "}
        {total > MOST && <span className="muted">{t("sampling.draw.most")}</span>}
      </p>
      {(rule === "root" || rule === "root_each") && (
        <small className="muted">{t("sampling.draw.source", { stamp: of.stamp })}</small>
      )}
      {isFaulty && (
        <label className={styles.field}>
          {t("sampling.draw.note")}
          <Input value={note} maxLength={500} onChange={(event) => setNote(event.target.value)} />
        </label>
      )}
      <Button
        type="primary"
        loading={busy}
        disabled={total < 1 || total > MOST}
        onClick={() => void draw()}
      >
        {t("sampling.draw.act")}
      </Button>
      <small className="muted">{t("sampling.draw.actNote")}</small>
    </section>
  );
}
