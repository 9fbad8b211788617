import { useQueryClient } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Card, Waiting } from "@/ui/Page";
import styles from "./imports.module.css";
import { Rows } from "./Rows";
import { type Import, rightRows } from "./types";

interface BatchProps {
  id: string;
  onClose: () => void;
}

/** One workbook: what is wrong in it, and the two things to do about it. */
export function Batch({ id, onClose }: BatchProps) {
  const { t } = useTranslation();
  const queryClient = useQueryClient();
  const params = { path: { import_id: id } };
  const { data, error } = api.useQuery("get", "/api/identity/imports/{import_id}", { params });
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<unknown>(null);
  const run = (action: Promise<unknown>) => {
    setBusy(true);
    setRefusal(null);
    action
      .catch(setRefusal)
      .finally(() => void queryClient.invalidateQueries().then(() => setBusy(false)));
  };
  const confirm = () => run(client.POST("/api/identity/imports/{import_id}/confirm", { params }));
  const undo = () => run(client.POST("/api/identity/imports/{import_id}/undo", { params }));
  return (
    <>
      <ErrorSummary error={error ?? refusal} />
      {!data && !error && <Waiting />}
      {data && (
        <>
          <State batch={data} busy={busy} onUndo={undo} />
          <Card title={data.file_name} aside={t("imports.rows", { rows: data.rows.length })}>
            <Rows batch={data} />
            <div className={styles.buttons}>
              {data.state === "checked" && rightRows(data) > 0 && (
                <Button type="primary" loading={busy} onClick={confirm}>
                  {t("imports.confirm", { rows: rightRows(data) })}
                </Button>
              )}
              <Button onClick={onClose}>
                {t(data.state === "checked" ? "imports.another" : "imports.back")}
              </Button>
            </div>
          </Card>
        </>
      )}
    </>
  );
}

interface StateProps {
  batch: Import;
  busy: boolean;
  onUndo: () => void;
}

function State({ batch, busy, onUndo }: StateProps) {
  const { t } = useTranslation();
  const right = rightRows(batch);
  if (batch.state === "confirmed") {
    const undo = (
      <Button loading={busy} onClick={onUndo}>
        {t("imports.undo")}
      </Button>
    );
    return (
      <Notice tone="ok" action={undo}>
        {t("imports.confirmed", { rows: right })}
      </Notice>
    );
  }
  if (batch.state === "undone") {
    return (
      <Notice tone={batch.kept.length ? "warn" : "ok"}>
        {t("imports.undone")}
        {batch.kept.map(({ number, why }) => (
          <p key={number}>{t("imports.kept", { number, why })}</p>
        ))}
      </Notice>
    );
  }
  if (batch.faulty === 0)
    return <Notice tone="ok">{t("imports.allRight", { rows: right })}</Notice>;
  return (
    <Notice tone="warn">
      {t(right ? "imports.someWrong" : "imports.allWrong", { faulty: batch.faulty, rows: right })}
    </Notice>
  );
}
