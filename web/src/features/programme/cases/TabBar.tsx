import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { caseKey } from "@/lib/cases";
import type { CaseTab } from "./CasePage";
import styles from "./cases.module.css";

/** The tabs of an audit, as links: each has an address of its own. */
export function TabBar({ tabs, id }: { tabs: readonly CaseTab[]; id: string }) {
  const { t } = useTranslation();
  return (
    <nav className={styles.tabs} aria-label={t("cases.tabs")}>
      {tabs.map(({ name, path }) => (
        <Link key={name} to={addressOf(id, path)} activeOptions={{ exact: !path }}>
          {t(caseKey.tab(name))}
        </Link>
      ))}
    </nav>
  );
}

const addressOf = (id: string, path: string): string =>
  path ? `/audits/${id}/${path}` : `/audits/${id}`;
