import { Button, Checkbox, Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { ErrorSummary } from "@/ui/Notice";
import { Waiting } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { useCaseId } from "../cases/useCase";
import styles from "./risk.module.css";
import type { Row, Suggestion } from "./types";
import { useAct } from "./useRisk";
import { useRiskWords } from "./words";

/** Typical risks and opportunities to pick from, those that the planning inputs call for first. */
export function Library({ taken, onClose }: { taken: readonly Row[]; onClose: () => void }) {
  const { t } = useTranslation();
  const { run, busy, error } = useAct();
  const [codes, setCodes] = useState<string[]>([]);
  const params = { path: { case_id: useCaseId() } };
  const { data } = api.useQuery("get", "/api/programme/cases/{case_id}/risk/library", { params });
  const known = new Set(taken.map(({ code }) => code));
  const add = () =>
    run(
      client.POST("/api/programme/risk/cases/{case_id}/library", { params, body: { codes } }),
      onClose,
    );
  return (
    <Drawer
      open
      size={640}
      title={t("risk.library")}
      onClose={onClose}
      footer={
        <div className={styles.row}>
          <Button type="primary" loading={busy} disabled={codes.length === 0} onClick={add}>
            {t("risk.addChosen", { count: codes.length })}
          </Button>
          <Button onClick={onClose}>{t("ui.cancel")}</Button>
        </div>
      }
    >
      <ErrorSummary error={error} />
      <p className={styles.muted}>{t("risk.libraryHint")}</p>
      {!data && <Waiting />}
      <Checkbox.Group value={codes} onChange={setCodes}>
        <ul className={styles.list}>
          {(data ?? []).map((entry) => (
            <Entry key={entry.code} entry={entry} isTaken={known.has(entry.code)} />
          ))}
        </ul>
      </Checkbox.Group>
    </Drawer>
  );
}

function Entry({ entry, isTaken }: { entry: Suggestion; isTaken: boolean }) {
  const { t } = useTranslation();
  const words = useRiskWords();
  return (
    <li>
      <Checkbox value={entry.code} disabled={isTaken} className={styles.grow}>
        <span className={styles.words}>
          <span>
            <StatusTag tone={entry.sign === "threat" ? "warn" : "ok"}>
              {words.sign(entry.sign)}
            </StatusTag>{" "}
            {entry.text}
          </span>
          <small>{t("risk.treatmentIs", { treatment: entry.treatment })}</small>
          {entry.because.map((why) => (
            <small key={why}>{t("risk.suggested", { why })}</small>
          ))}
          {isTaken && <small>{t("risk.isTaken")}</small>}
        </span>
      </Checkbox>
    </li>
  );
}
