import { Link } from "@tanstack/react-router";
import { Fragment } from "react";
import { useTranslation } from "react-i18next";

import { useCan } from "@/api/me";
import { Icon } from "@/ui/icons";
import { type Place, PLACES } from "../navigation";
import styles from "./Shell.module.css";

/** The pages that the role may see. */
export function SideNav({ onGo }: { onGo?: () => void }) {
  const { t } = useTranslation();
  const can = useCan();
  const visible = (place: Place) => !place.object || can(place.object, "R");
  const groups = PLACES.map((group) => group.filter(visible)).filter((group) => group.length > 0);
  return (
    <nav className={styles.nav} aria-label={t("shell.mainNav")}>
      {groups.map((group, index) => (
        <Fragment key={group[0]?.name}>
          {index > 0 && <hr />}
          {group.map(({ name, to, icon }) => (
            <Link key={name} to={to} activeOptions={{ exact: to === "/" }} onClick={onGo}>
              <Icon name={icon} />
              {t(`shell.nav.${name}`)}
            </Link>
          ))}
        </Fragment>
      ))}
    </nav>
  );
}
