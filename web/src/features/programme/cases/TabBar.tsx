import { Link, useLocation } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";

import { caseKey } from "@/lib/cases";
import type { CaseTab } from "./CasePage";
import styles from "./cases.module.css";

/** The tabs of an audit, as links; where they do not fit, the open one is brought into view. */
export function TabBar({ tabs, id }: { tabs: readonly CaseTab[]; id: string }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const bar = useRef<HTMLElement>(null);
  useEffect(() => {
    const links = [...(bar.current?.querySelectorAll("a") ?? [])];
    // The last one that the address begins with: a tab may have pages of its own below it.
    const open = links.findLast(({ href }) =>
      `${pathname}/`.startsWith(`${new URL(href).pathname}/`),
    );
    open?.scrollIntoView({ block: "nearest", inline: "center" });
  }, [pathname]);
  return (
    <nav ref={bar} className={styles.tabs} aria-label={t("cases.tabs")}>
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
