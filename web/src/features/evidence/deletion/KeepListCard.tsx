import { Button, Checkbox, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useIsClient } from "@/api/me";
import { useRefreshBelow } from "@/api/refresh";
import { useCaseId } from "@/lib/caseId";
import { bytes, evidenceKey } from "@/lib/evidence";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { useRun } from "@/ui/useRun";
import styles from "./deletion.module.css";
import { type Deletion, type KeepItem, keepUntil } from "./types";

/** What the client agrees in writing to leave with the body: tick, choose a day, save. */
export function KeepListCard({ page }: { page: Deletion }) {
  const { t } = useTranslation();
  const case_id = useCaseId();
  const isClient = useIsClient();
  const may = isClient && page.is_keep_list_open;
  const wished = page.items.filter(({ is_wished }) => is_wished);
  const [chosen, choose] = useState(() => new Set(wished.map(({ id }) => id)));
  const [until, setUntil] = useState(wished[0]?.until ?? keepUntil(page.keep_months));
  const { run, busy, error } = useRun(useRefreshBelow("/api/evidence"));
  if (page.items.length === 0) return null;
  const tick = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    choose(next);
  };
  const save = () =>
    void run(
      client.PUT("/api/evidence/cases/{case_id}/keep-list", {
        params: { path: { case_id } },
        body: { item_ids: [...chosen], until },
      }),
    );
  return (
    <Card title={t("deletion.keepList")} aside={t("deletion.kept", { count: wished.length })}>
      <div className={styles.stack}>
        <p className="muted">{t(isClient ? "deletion.keepWhyClient" : "deletion.keepWhy")}</p>
        <ErrorSummary error={error} />
        <ul className={styles.items}>
          {page.items.map((each) => (
            <Line
              key={each.id}
              of={each}
              on={chosen.has(each.id)}
              may={may && !each.is_fixed}
              onTick={(on) => tick(each.id, on)}
            />
          ))}
        </ul>
        {may && (
          <div className={styles.acts}>
            <label>
              {t("deletion.until")}{" "}
              <Input
                type="date"
                value={until}
                onChange={(event) => setUntil(event.target.value)}
                className={styles.date}
              />
            </label>
            <Button loading={busy} disabled={!until} onClick={save}>
              {t("deletion.saveKeepList")}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}

interface LineProps {
  of: KeepItem;
  on: boolean;
  may: boolean;
  onTick: (on: boolean) => void;
}

function Line({ of, on, may, onTick }: LineProps) {
  const { t } = useTranslation();
  const name = of.name ? `${of.code} ${of.name}` : of.code;
  const about = `${t(evidenceKey.kind(of.kind))} · ${bytes(of.size)}`;
  return (
    <li>
      {may ? (
        <Checkbox checked={on} onChange={(event) => onTick(event.target.checked)}>
          {name}
        </Checkbox>
      ) : (
        <span>{name}</span>
      )}
      <small className="muted">{about}</small>
      {of.ground && (
        <StatusTag tone="ok">
          {t(`deletion.ground.${of.ground}`, { until: of.until ?? "" })}
        </StatusTag>
      )}
    </li>
  );
}
