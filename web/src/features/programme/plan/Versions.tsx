import { Button, Drawer, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { ErrorSummary } from "@/ui/Notice";
import { Waiting } from "@/ui/Page";
import { StatusTag, type TagTone } from "@/ui/StatusTag";
import { useCase } from "../cases/useCase";
import styles from "./plan.module.css";
import { clockOf } from "./times";
import type { Board, Change, Plan } from "./types";
import { planKey } from "@/lib/plan";

const TONES: Record<string, TagTone> = {
  draft: "grey",
  issued: "blue",
  accepted: "ok",
  objected: "bad",
  superseded: "grey",
};

interface VersionsProps {
  board: Board;
  plan: Plan;
  onVersion: (number: number | undefined) => void;
}

/** Which version is shown, what state it is in, and what changed since the one before. */
export function Versions({ board, plan, onVersion }: VersionsProps) {
  const { t } = useTranslation();
  const [comparing, setComparing] = useState(false);
  const older = board.versions.find(({ number }) => number < plan.number);
  return (
    <span className={styles.row}>
      {board.versions.length > 1 && (
        <Select
          size="small"
          aria-label={t("plan.versionLabel")}
          value={plan.number}
          options={board.versions.map(({ number, state }) => ({
            value: number,
            label: `${t("plan.version", { number })} · ${t(planKey.state(state))}`,
          }))}
          onChange={(number) => onVersion(number)}
        />
      )}
      {board.versions.length <= 1 && <span>{t("plan.version", { number: plan.number })}</span>}
      <StatusTag tone={TONES[plan.state] ?? "grey"}>{t(planKey.state(plan.state))}</StatusTag>
      {older && (
        <Button type="link" size="small" onClick={() => setComparing(true)}>
          {t("plan.compare", { number: older.number })}
        </Button>
      )}
      {comparing && older && (
        <Changes older={older.number} newer={plan.number} onClose={() => setComparing(false)} />
      )}
    </span>
  );
}

function Changes({ older, newer, onClose }: { older: number; newer: number; onClose: () => void }) {
  const { t } = useTranslation();
  const { id } = useCase();
  const params = { path: { case_id: id }, query: { older, newer } };
  const { data, error } = api.useQuery("get", "/api/programme/cases/{case_id}/plan/changes", {
    params,
  });
  return (
    <Drawer open size={520} title={t("plan.changes", { older, newer })} onClose={onClose}>
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      {data?.length === 0 && <p>{t("plan.noChanges")}</p>}
      <ul className={styles.changes}>
        {data?.map((change) => (
          <ChangeLine key={`${change.kind} ${change.title}`} change={change} />
        ))}
      </ul>
    </Drawer>
  );
}

const CHANGE_TONES = { added: "ok", removed: "bad", changed: "warn" } as const;

function ChangeLine({ change }: { change: Change }) {
  const { t } = useTranslation();
  const read = (field: string, value: unknown) =>
    field === "kind" && value ? t(planKey.kind(String(value))) : shown(value);
  return (
    <li>
      <StatusTag tone={CHANGE_TONES[change.kind]}>{t(planKey.change(change.kind))}</StatusTag>{" "}
      <strong>{change.title}</strong>
      {change.fields.map((field) => (
        <div key={field} className={styles.changeField}>
          <span>{t(planKey.field(field === "site" ? "site_id" : field))}</span>
          <del>{read(field, change.before?.[field]) || t("ui.none")}</del>
          <ins>{read(field, change.after?.[field]) || t("ui.none")}</ins>
        </div>
      ))}
    </li>
  );
}

/** Times by the clock; switches as a tick. */
function shown(value: unknown): string {
  if (typeof value === "boolean") return value ? "✓" : "";
  const text = String(value ?? "");
  return /^\d{4}-\d\d-\d\dT/.test(text) ? `${text.slice(5, 10)} ${clockOf(text)}` : text;
}
