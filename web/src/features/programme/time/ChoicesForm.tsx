import { Checkbox, InputNumber, Select } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Factors } from "./Factors";
import { SiteChoices } from "./SiteChoices";
import styles from "./time.module.css";
import type { Options, Proposed, SchemeChoice } from "./types";
import type { WhatIf } from "./useWhatIf";

interface ChoicesFormProps {
  whatIf: WhatIf;
  proposed: Proposed;
  options: Options;
}

/** Everything a person may choose; each change shows at once which line it moves. */
export function ChoicesForm({ whatIf, proposed, options }: ChoicesFormProps) {
  const { t } = useTranslation();
  const { choices, change, fields } = whatIf;
  const set = (scheme: SchemeChoice) =>
    change({
      schemes: choices.schemes.map((each) => (each.scheme === scheme.scheme ? scheme : each)),
    });
  return (
    <div className={styles.form}>
      {choices.schemes.map((scheme) => (
        <Scheme key={scheme.scheme} scheme={scheme} options={options} fields={fields} set={set} />
      ))}
      <div className={styles.percents}>
        {choices.schemes.length > 1 && (
          <>
            <Percent
              label={t("time.integration")}
              value={choices.integration_pct}
              onChange={(integration_pct) => change({ integration_pct })}
            />
            <Percent
              label={t("time.ability")}
              value={choices.ability_pct}
              onChange={(ability_pct) => change({ ability_pct })}
            />
          </>
        )}
        {proposed.mode === "hybrid" && (
          <Percent
            label={t("time.remoteShare")}
            value={choices.remote_share_pct}
            onChange={(remote_share_pct) => change({ remote_share_pct })}
          />
        )}
        <Percent
          label={t("time.offSite")}
          value={choices.off_site_pct}
          onChange={(off_site_pct) => change({ off_site_pct })}
        />
      </div>
      {proposed.sites.length > 1 && (
        <Checkbox
          checked={choices.is_sampled ?? false}
          onChange={({ target }) => change({ is_sampled: target.checked })}
        >
          {t("time.sampled")}
        </Checkbox>
      )}
      <SiteChoices whatIf={whatIf} proposed={proposed} />
    </div>
  );
}

interface SchemeProps {
  scheme: SchemeChoice;
  options: Options;
  fields: Record<string, string>;
  set: (scheme: SchemeChoice) => void;
}

function Scheme({ scheme, options, fields, set }: SchemeProps) {
  const { t } = useTranslation();
  const columns = options.complexity[scheme.scheme] ?? [];
  const levels = ["high", "medium", "low", "limited"] as const;
  return (
    <fieldset className={styles.scheme}>
      <legend>{scheme.scheme}</legend>
      {columns.length > 1 && (
        <Labelled label={t("time.complexity")} error={fields[`complexity.${scheme.scheme}`]}>
          <Select
            aria-label={`${scheme.scheme} ${t("time.complexity")}`}
            value={scheme.complexity || undefined}
            options={levels
              .filter((level) => columns.includes(level))
              .map((level) => ({ value: level, label: t(`time.level.${level}`) }))}
            onChange={(complexity) => set({ ...scheme, complexity })}
          />
        </Labelled>
      )}
      <Factors scheme={scheme} factors={options.factors} fields={fields} set={set} />
    </fieldset>
  );
}

interface PercentProps {
  label: string;
  value: number | undefined;
  onChange: (value: number) => void;
}

function Percent({ label, value, onChange }: PercentProps) {
  return (
    <Labelled label={label}>
      <InputNumber
        aria-label={label}
        min={0}
        max={100}
        step={10}
        suffix="%"
        value={value ?? 0}
        onChange={(next) => onChange(Number(next ?? 0))}
      />
    </Labelled>
  );
}

interface LabelledProps {
  label: string;
  error?: string | undefined;
  children: ReactNode;
}

export function Labelled({ label, error, children }: LabelledProps) {
  return (
    <div className={styles.field}>
      <span>{label}</span>
      {children}
      {error && (
        <small role="alert" className={styles.error}>
          {error}
        </small>
      )}
    </div>
  );
}
