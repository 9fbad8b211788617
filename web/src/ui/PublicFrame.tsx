import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

import { Logo } from "./icons";
import { LanguageSwitch } from "./LanguageSwitch";
import styles from "./PublicFrame.module.css";

interface PublicFrameProps {
  title: string;
  children: ReactNode;
  /** For a form of many fields. */
  wide?: boolean;
  /** A second card under the first: demo logins. */
  below?: ReactNode;
}

/** The frame of pages without a signed-in person: sign-in, reset, invitation. */
export function PublicFrame({ title, children, below, wide = false }: PublicFrameProps) {
  const { t } = useTranslation();
  return (
    <div className={styles.frame}>
      <title>{`${title} · 明鉴`}</title>
      <header className={styles.head}>
        <Logo size={26} />
        <span className={styles.name}>{t("shell.productLong")}</span>
        <LanguageSwitch />
      </header>
      <main className={wide ? `${styles.main} ${styles.wide}` : styles.main}>
        <section className={styles.card}>
          <h1>{title}</h1>
          {children}
        </section>
        {below}
      </main>
    </div>
  );
}
