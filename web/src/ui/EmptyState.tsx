import type { ReactNode } from "react";

import { Icon, type IconName } from "./icons";
import styles from "./Page.module.css";

interface EmptyStateProps {
  icon: IconName;
  title: string;
  /** What to do next, in one or two sentences. */
  children: ReactNode;
  action?: ReactNode;
}

/** Nothing here yet, and what to do about it. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <span className={styles.emptyIcon}>
        <Icon name={icon} size={20} />
      </span>
      <strong>{title}</strong>
      <p>{children}</p>
      {action}
    </div>
  );
}
