import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { Card } from "@/ui/Page";
import { PathLink } from "@/ui/PathLink";
import styles from "./programmes.module.css";

/** Where the client works: what the cycle's audits have to cover. */
export function ProgrammeSites({ clientId }: { clientId: string }) {
  const { t } = useTranslation();
  const query = { client_id: clientId, size: 100 };
  const { data } = api.useQuery("get", "/api/programme/sites", { params: { query } });
  if (!data) return null;
  return (
    <Card title={t("programmes.sites")}>
      {data.items.length === 0 && <p className="muted">{t("programmes.noSites")}</p>}
      <ul className={styles.list}>
        {data.items.map((site) => (
          <li key={site.id}>
            <PathLink href={`/sites?site=${site.id}`}>{site.name}</PathLink>{" "}
            <small className="muted">{t("programmes.people", { count: site.people })}</small>
          </li>
        ))}
      </ul>
    </Card>
  );
}
