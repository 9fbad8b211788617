import { Link } from "@tanstack/react-router";
import { Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useMe } from "@/api/me";
import { Icon, Logo } from "@/ui/icons";
import { LanguageSwitch } from "@/ui/LanguageSwitch";
import { Search } from "./Search";
import styles from "./Shell.module.css";
import { SideNav } from "./SideNav";
import { UserMenu } from "./UserMenu";

export function TopBar({ onHelp }: { onHelp: () => void }) {
  const { t } = useTranslation();
  const { membership } = useMe();
  return (
    <header className={styles.top}>
      <MenuDrawer />
      <Link to="/" className={styles.logo}>
        <Logo />
        {t("shell.product")}
      </Link>
      <Search />
      <span className={styles.space} />
      <small className={styles.tenant} title={membership.tenant.name}>
        {membership.tenant.name}
      </small>
      <LanguageSwitch />
      <UserMenu onHelp={onHelp} />
    </header>
  );
}

/** Below 768 px the navigation waits behind a button. */
function MenuDrawer() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={`${styles.plain} ${styles.onlyNarrow}`}
        aria-label={t("shell.openNav")}
        aria-expanded={open}
        onClick={() => setOpen(true)}
      >
        <Icon name="menu" size={20} />
      </button>
      <Drawer
        open={open}
        placement="left"
        size={272}
        title={t("shell.productLong")}
        styles={{ body: { padding: 0 } }}
        onClose={() => setOpen(false)}
      >
        <SideNav onGo={() => setOpen(false)} />
      </Drawer>
    </>
  );
}
