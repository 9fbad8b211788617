import { useTranslation } from "react-i18next";

import { useCan, useMe } from "@/api/me";
import { longDay, partOfDay, zoneName } from "@/lib/instant";
import { useLanguage } from "@/lib/preferences";
import { Page } from "@/ui/Page";
import { Account } from "./Account";
import styles from "./home.module.css";
import { Organisations } from "./Organisations";
import { Trust } from "./Trust";
import { WorkList } from "./WorkList";

/** My work first; beside it whether the record can be trusted, and whom the body serves. */
export function HomePage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const can = useCan();
  const { account, person, membership } = useMe();
  const { zone, kind } = membership.tenant;
  return (
    <Page
      title={t(`home.greeting.${partOfDay(zone)}`, { name: person.name })}
      aside={t("home.today", { day: longDay(zone, language), zone: zoneName(zone, language) })}
    >
      <div className={styles.columns}>
        <WorkList zone={zone} />
        <div className={styles.column}>
          {can("journal", "R") && <Trust />}
          {kind === "body" && can("organisations", "R") && <Organisations />}
          {account && <Account />}
        </div>
      </div>
    </Page>
  );
}
