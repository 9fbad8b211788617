import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import styles from "./Page.module.css";

export interface Crumb {
  label: string;
  to: string;
}

interface PageProps {
  title: string;
  /** One line beside the title: a date, a count, a status tag. */
  aside?: ReactNode;
  /** The pages above this one, outermost first. */
  trail?: readonly Crumb[];
  /** At most ONE primary button; secondary ones before it. */
  actions?: ReactNode;
  /** Forms and profiles read better in a narrow column. */
  narrow?: boolean;
  children: ReactNode;
}

/** The frame of every page: trail, title, the actions, then the content. */
export function Page({ title, aside, trail = [], actions, narrow = false, children }: PageProps) {
  return (
    <div className={narrow ? `${styles.page} ${styles.narrowPage}` : styles.page}>
      <title>{`${title} · 明鉴`}</title>
      <header className={styles.header}>
        <div className={styles.titles}>
          {trail.length > 0 && <Trail crumbs={trail} />}
          <div className={styles.titleRow}>
            <h1 tabIndex={-1}>{title}</h1>
            {aside && <small>{aside}</small>}
          </div>
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

function Trail({ crumbs }: { crumbs: readonly Crumb[] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("shell.trail")}>
      <ol className={styles.trail}>
        {crumbs.map((crumb) => (
          <li key={crumb.to}>
            <Link to={crumb.to}>{crumb.label}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface CardProps {
  title?: string;
  /** Tags right beside the title. */
  tags?: ReactNode;
  /** Small text or a link at the far end of the title row. */
  aside?: ReactNode;
  children: ReactNode;
}

/** A group on a page: hairline border, no shadow. */
export function Card({ title, tags, aside, children }: CardProps) {
  return (
    <section className={styles.card} aria-label={title}>
      {(title || aside) && (
        <div className={styles.cardHeader}>
          {title && <h2>{title}</h2>}
          {tags}
          {aside && <small className={styles.aside}>{aside}</small>}
        </div>
      )}
      {children}
    </section>
  );
}

/** Names and values, one pair a line. */
export function Facts({ items }: { items: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl className={styles.facts}>
      {items.map(([name, value]) => (
        <FactPair key={name} name={name} value={value} />
      ))}
    </dl>
  );
}

function FactPair({ name, value }: { name: string; value: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </>
  );
}

/** Grey lines while the first answer is on its way; quiet for screen readers. */
export function Waiting() {
  const { t } = useTranslation();
  return (
    <div className={styles.skeleton} aria-busy>
      <span className="spoken">{t("ui.loading")}</span>
      <i />
      <i />
      <i />
    </div>
  );
}
