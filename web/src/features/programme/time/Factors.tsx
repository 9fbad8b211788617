import { Button, Input, InputNumber, Select } from "antd";
import { useTranslation } from "react-i18next";

import { Icon } from "@/ui/icons";
import styles from "./time.module.css";
import type { Options, SchemeChoice } from "./types";

interface FactorsProps {
  scheme: SchemeChoice;
  factors: Options["factors"];
  fields: Record<string, string>;
  set: (scheme: SchemeChoice) => void;
}

/** Reasons to add or save time, each with its percentage and a sentence why. */
export function Factors({ scheme, factors, fields, set }: FactorsProps) {
  const { t } = useTranslation();
  const given = scheme.factors ?? [];
  const free = factors.filter(({ code }) => !given.some((each) => each.code === code));
  const put = (code: string, part: { pct?: number; reason?: string }) =>
    set({
      ...scheme,
      factors: given.map((each) => (each.code === code ? { ...each, ...part } : each)),
    });
  return (
    <div className={styles.factors}>
      {given.map(({ code, pct, reason }) => {
        const option = factors.find((each) => each.code === code);
        const error = fields[`factors.${scheme.scheme}.${code}`];
        return (
          <div key={code} className={styles.factor}>
            <span>{option?.name ?? code}</span>
            <InputNumber
              aria-label={option?.name ?? code}
              min={option?.low ?? -100}
              max={option?.high ?? 100}
              step={5}
              suffix="%"
              value={pct}
              onChange={(next) => put(code, { pct: Number(next ?? 0) })}
            />
            <Input
              aria-label={t("time.reasonOf", { factor: option?.name ?? code })}
              placeholder={t("time.reason")}
              status={error ? "error" : ""}
              value={reason ?? ""}
              maxLength={1000}
              onChange={(event) => put(code, { reason: event.target.value })}
            />
            <Button
              type="text"
              aria-label={t("time.remove", { factor: option?.name ?? code })}
              icon={<Icon name="close" />}
              onClick={() =>
                set({ ...scheme, factors: given.filter((each) => each.code !== code) })
              }
            />
            {error && (
              <small role="alert" className={styles.error}>
                {error}
              </small>
            )}
          </div>
        );
      })}
      <Select
        aria-label={t("time.addFactor", { scheme: scheme.scheme })}
        placeholder={t("time.addFactor", { scheme: scheme.scheme })}
        value={null}
        showSearch={{ optionFilterProp: "label" }}
        options={free.map(({ code, name, low, high }) => ({
          value: code,
          label: `${name}（${high > 0 ? `≤ +${high}` : `≥ −${-low}`} %）`,
        }))}
        onChange={(code: string | null) => {
          const option = factors.find((each) => each.code === code);
          if (!option) return;
          const pct = option.high > 0 ? 5 : -5;
          set({ ...scheme, factors: [...given, { code: option.code, pct, reason: "" }] });
        }}
      />
    </div>
  );
}
