import { Button, Progress } from "antd";
import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";

import { bytes } from "@/lib/evidence";
import { StatusTag, type TagTone } from "@/ui/StatusTag";
import styles from "./transfer.module.css";
import type { Entry, State, UploadQueue } from "./uploads";

const TONES: Record<State, TagTone> = {
  waiting: "grey",
  sending: "blue",
  paused: "warn",
  offline: "warn",
  sealed: "ok",
  failed: "bad",
};

/** Every file on its way, with what can be done about it. */
export function Queue({ queue }: { queue: UploadQueue }) {
  const { t } = useTranslation();
  const entries = useSyncExternalStore(queue.subscribe, queue.snapshot);
  if (entries.length === 0) return null;
  const done = entries.filter(({ state }) => state === "sealed").length;
  return (
    <section className={styles.queue} aria-label={t("transfer.queue")}>
      <p className={styles.row} role="status">
        {t("transfer.done", { done, all: entries.length })}
        {done > 0 && (
          <Button type="link" onClick={queue.clear}>
            {t("transfer.clear")}
          </Button>
        )}
      </p>
      <ul>
        {entries.map((entry) => (
          <li key={entry.key}>
            <Line entry={entry} acts={queue} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Line({ entry, acts }: { entry: Entry; acts: UploadQueue }) {
  const { t } = useTranslation();
  const { key, path, size, sent, state, error } = entry;
  const percent = size ? Math.floor((100 * sent) / size) : 100;
  const isOver = state === "sealed";
  return (
    <>
      <div className={styles.row}>
        <span className={styles.path}>{path}</span>
        <StatusTag tone={TONES[state]}>{t(`transfer.state.${state}`)}</StatusTag>
        <small className="muted">{isOver ? bytes(size) : `${bytes(sent)} / ${bytes(size)}`}</small>
      </div>
      {!isOver && <Progress percent={percent} size="small" aria-label={path} />}
      {error && state !== "sealed" && <p className={styles.error}>{error}</p>}
      {!isOver && (
        <div className={styles.row}>
          {(state === "sending" || state === "waiting") && (
            <Button size="small" onClick={() => acts.pause(key)}>
              {t("transfer.pause")}
            </Button>
          )}
          {state === "paused" && (
            <Button size="small" onClick={() => acts.resume(key)}>
              {t("transfer.resume")}
            </Button>
          )}
          {state === "failed" && (
            <Button size="small" onClick={() => acts.resume(key)}>
              {t("transfer.retry")}
            </Button>
          )}
          <Button size="small" onClick={() => acts.cancel(key)}>
            {t("ui.cancel")}
          </Button>
        </div>
      )}
    </>
  );
}
