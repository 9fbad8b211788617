import { Button, Input, InputNumber, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Icon } from "@/ui/icons";
import { Card } from "@/ui/Page";
import { useForm } from "./form";
import { YesNo } from "./PeopleFields";
import { Said } from "./Said";
import styles from "./survey.module.css";
import { type Area, type Noise, NO_AREA, NO_NOISE } from "./types";

/** Places and documents that may not be shown as they are, and what is offered instead. */
export function AreaFields() {
  const { t } = useTranslation();
  const { answers, change } = useForm();
  const { has, areas } = answers.secure_areas;
  const set = (part: Partial<typeof answers.secure_areas>) =>
    change({ secure_areas: { ...answers.secure_areas, ...part } });
  const setRow = (at: number, part: Partial<Area>) =>
    set({ areas: areas.map((area, place) => (place === at ? { ...area, ...part } : area)) });
  const choose = (value: boolean) =>
    set({ has: value, areas: value && areas.length === 0 ? [NO_AREA] : areas });
  return (
    <Card title={t("surveys.secure")}>
      <p className={styles.lead}>{t("surveys.secureLead")}</p>
      <YesNo label={t("surveys.secure")} value={has} onChange={choose} />
      <Said at="secure_areas" />
      {has &&
        areas.map((area, at) => (
          <Row
            // The rows have no name of their own and never change places.
            // oxlint-disable-next-line react/no-array-index-key
            key={at}
            number={at + 1}
            where={area}
            onWhere={(where) => setRow(at, where)}
            onRemove={() => set({ areas: areas.filter((_, place) => place !== at) })}
            path={`secure_areas.areas.${at}`}
          >
            <Input
              aria-label={t("surveys.what")}
              placeholder={t("surveys.what")}
              maxLength={200}
              value={area.what}
              onChange={({ target }) => setRow(at, { what: target.value })}
            />
            <Input
              aria-label={t("surveys.alternative")}
              placeholder={t("surveys.alternative")}
              maxLength={200}
              value={area.alternative}
              onChange={({ target }) => setRow(at, { alternative: target.value })}
            />
          </Row>
        ))}
      {has && (
        <Add label={t("surveys.addArea")} onAdd={() => set({ areas: [...areas, NO_AREA] })} />
      )}
    </Card>
  );
}

/** How loud each scene is, measured or not, and how people will hear each other there. */
export function NoiseFields() {
  const { t } = useTranslation();
  const { answers, change, asked } = useForm();
  const rows = answers.noise;
  const setRow = (at: number, part: Partial<Noise>) =>
    change({ noise: rows.map((row, place) => (place === at ? { ...row, ...part } : row)) });
  return (
    <Card title={t("surveys.noise")}>
      <p className={styles.lead}>{t("surveys.noiseLead")}</p>
      <Said at="noise" />
      {rows.map((row, at) => (
        <Row
          // oxlint-disable-next-line react/no-array-index-key
          key={at}
          number={at + 1}
          where={row}
          onWhere={(where) => setRow(at, where)}
          onRemove={() => change({ noise: rows.filter((_, place) => place !== at) })}
          path={`noise.${at}`}
        >
          <Select
            aria-label={t("surveys.level")}
            placeholder={t("surveys.level")}
            value={row.level || undefined}
            options={asked.levels.map(({ code, words, hint }) => ({
              value: code,
              label: `${words}（${hint}）`,
            }))}
            onChange={(level: Noise["level"]) => setRow(at, { level })}
          />
          <InputNumber
            aria-label={t("surveys.measured")}
            placeholder={t("surveys.measured")}
            min={20}
            max={140}
            precision={0}
            suffix="dB(A)"
            value={row.dba}
            onChange={(dba) => setRow(at, { dba })}
          />
          <Input
            aria-label={t("surveys.headsets")}
            placeholder={t("surveys.headsets")}
            maxLength={200}
            value={row.plan}
            onChange={({ target }) => setRow(at, { plan: target.value })}
          />
        </Row>
      ))}
      <Add
        label={t("surveys.addScene")}
        onAdd={() => change({ noise: [...rows, { ...NO_NOISE, scene: "" }] })}
      />
    </Card>
  );
}

interface RowProps {
  number: number;
  where: { site: string; scene: string };
  onWhere: (where: { site?: string; scene?: string }) => void;
  onRemove: () => void;
  path: string;
  children: ReactNode;
}

/** One site and scene, and what is said of it. */
function Row({ number, where, onWhere, onRemove, path, children }: RowProps) {
  const { t } = useTranslation();
  const { asked, places } = useForm();
  return (
    <fieldset className={styles.row}>
      <legend className="spoken">{t("surveys.rowNumber", { number })}</legend>
      <div className={styles.cells}>
        <Select
          aria-label={t("surveys.site")}
          placeholder={t("surveys.site")}
          allowClear
          value={where.site || undefined}
          options={places.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(site: string | undefined) => onWhere({ site: site ?? "" })}
        />
        <Select
          aria-label={t("surveys.scene")}
          placeholder={t("surveys.scene")}
          value={where.scene || undefined}
          options={asked.scenes.map(({ code, words }) => ({ value: code, label: words }))}
          onChange={(scene: string) => onWhere({ scene })}
        />
        {children}
      </div>
      <Button
        aria-label={t("surveys.remove", { number })}
        icon={<Icon name="close" />}
        onClick={onRemove}
      />
      <Said at={path} within />
    </fieldset>
  );
}

function Add({ label, onAdd }: { label: string; onAdd: () => void }) {
  return (
    <Button icon={<Icon name="plus" />} onClick={onAdd}>
      {label}
    </Button>
  );
}
