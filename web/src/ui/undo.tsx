import { Button } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";

import { createStore, useStore } from "@/lib/store";
import styles from "./undo.module.css";

const SECONDS = 10;

interface Offer {
  sentence: string;
  undo: () => void;
}

const offer = createStore<Offer | null>(null);

/** Says what was done and offers for ten seconds to take it back. */
export function offerUndo(sentence: string, undo: () => void): void {
  offer.set({ sentence, undo });
}

/** The one place where an offer shows; part of the shell. */
export function UndoBar() {
  const { t } = useTranslation();
  const current = useStore(offer);
  useEffect(() => {
    if (!current) return undefined;
    const timer = window.setTimeout(() => offer.set(null), SECONDS * 1000);
    return () => window.clearTimeout(timer);
  }, [current]);
  const takeBack = () => {
    current?.undo();
    offer.set(null);
  };
  return (
    <div role="status" className={styles.place}>
      {current && (
        <div className={styles.bar} key={current.sentence}>
          <span>{current.sentence}</span>
          <Button size="small" onClick={takeBack}>
            {t("ui.undo")}
          </Button>
          <i className={styles.time} />
        </div>
      )}
    </div>
  );
}
