import { Checkbox, Input, InputNumber } from "antd";
import { useTranslation } from "react-i18next";

import styles from "./time.module.css";
import type { Proposed, SiteChoice } from "./types";
import type { WhatIf } from "./useWhatIf";

type Site = Proposed["sites"][number];

/** The client's sites: who is visited when sampling, and which people count less, with reasons. */
export function SiteChoices({ whatIf, proposed }: { whatIf: WhatIf; proposed: Proposed }) {
  const { t } = useTranslation();
  const { choices, change, fields } = whatIf;
  const chosen = new Map((choices.sites ?? []).map((site) => [site.id, site]));
  const put = (id: string, part: Partial<SiteChoice>) =>
    change({
      sites: (choices.sites ?? []).map((site) => (site.id === id ? { ...site, ...part } : site)),
    });
  return (
    <ul className={styles.sites} aria-label={t("time.sites")}>
      {proposed.sites.map((site) => (
        <SiteRow
          key={site.id}
          site={site}
          choice={chosen.get(site.id) ?? site}
          isSampled={choices.is_sampled ?? false}
          error={fields[`sites.${site.id}`]}
          put={(part) => put(site.id, part)}
        />
      ))}
      {fields.sites && (
        <li role="alert" className={styles.error}>
          {fields.sites}
        </li>
      )}
    </ul>
  );
}

interface SiteRowProps {
  site: Site;
  choice: SiteChoice;
  isSampled: boolean;
  error: string | undefined;
  put: (part: Partial<SiteChoice>) => void;
}

function SiteRow({ site, choice, isSampled, error, put }: SiteRowProps) {
  const { t } = useTranslation();
  const count = site.headcount as Record<string, number>;
  const people = (count.full_time ?? 0) + (count.part_time ?? 0) + (count.contractors ?? 0);
  return (
    <li>
      <div className={styles.siteHead}>
        {isSampled && !site.is_central && (
          <Checkbox
            aria-label={t("time.visit", { site: site.name })}
            checked={choice.visited ?? true}
            onChange={({ target }) => put({ visited: target.checked })}
          />
        )}
        <strong>{site.name}</strong>
        <small>
          {t("time.people", { count: people })}
          {(count.repetitive ?? 0) > 0 && ` · ${t("time.repetitive", { count: count.repetitive })}`}
        </small>
      </div>
      {(count.repetitive ?? 0) > 0 && (
        <Reduction
          label={t("time.repetitiveReduction")}
          pct={choice.repetitive_reduction_pct ?? 0}
          reason={choice.repetitive_reason ?? ""}
          onPct={(repetitive_reduction_pct) => put({ repetitive_reduction_pct })}
          onReason={(repetitive_reason) => put({ repetitive_reason })}
        />
      )}
      {isSampled && !site.is_central && (choice.visited ?? true) && (
        <Reduction
          label={t("time.centralReduction")}
          pct={choice.central_reduction_pct ?? 0}
          reason={choice.central_reason ?? ""}
          onPct={(central_reduction_pct) => put({ central_reduction_pct })}
          onReason={(central_reason) => put({ central_reason })}
        />
      )}
      {error && (
        <small role="alert" className={styles.error}>
          {error}
        </small>
      )}
    </li>
  );
}

interface ReductionProps {
  label: string;
  pct: number;
  reason: string;
  onPct: (pct: number) => void;
  onReason: (reason: string) => void;
}

function Reduction({ label, pct, reason, onPct, onReason }: ReductionProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.reduction}>
      <span>{label}</span>
      <InputNumber
        aria-label={label}
        min={0}
        max={100}
        step={5}
        suffix="%"
        value={pct}
        onChange={(next) => onPct(Number(next ?? 0))}
      />
      {pct > 0 && (
        <Input
          aria-label={t("time.reasonOf", { factor: label })}
          placeholder={t("time.reason")}
          value={reason}
          maxLength={1000}
          onChange={(event) => onReason(event.target.value)}
        />
      )}
    </div>
  );
}
