import type { ReactNode } from "react";

import styles from "./Page.module.css";

export type TagTone = "ok" | "warn" | "bad" | "blue" | "violet" | "grey";

/** A state in words; the colour only supports them. */
export function StatusTag({ tone = "grey", children }: { tone?: TagTone; children: ReactNode }) {
  return <span className={`${styles.tag} ${styles[tone]}`}>{children}</span>;
}
