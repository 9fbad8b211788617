import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorSummary } from "@/ui/Notice";
import { Card, Waiting } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import styles from "./home.module.css";

const SHOWN = { params: { query: { size: 5, sort: "-valid_from" } } };

/** Whom the body audits and who watches over it, newest first. */
export function Organisations() {
  const { t } = useTranslation();
  const { data, error } = api.useQuery("get", "/api/identity/organisations", SHOWN);
  const all = (
    <Link to="/organisations">{t("home.organisations.all", { total: data?.total ?? 0 })}</Link>
  );
  return (
    <Card title={t("home.organisations.title")} aside={data && data.total > 0 && all}>
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      {data?.total === 0 && (
        <EmptyState
          icon="organisation"
          title={t("home.organisations.emptyTitle")}
          action={<Link to="/organisations">{t("home.organisations.first")}</Link>}
        >
          {t("home.organisations.empty")}
        </EmptyState>
      )}
      <ul className={styles.organisations}>
        {data?.items.map(({ id, name, kind, valid_from }) => (
          <li key={id}>
            <Link to="/organisations" search={{ organisation: id }}>
              {name}
            </Link>
            <StatusTag tone={kind === "client" ? "blue" : "violet"}>
              {t(kind === "client" ? "home.organisations.client" : "home.organisations.authority")}
            </StatusTag>
            <small>{t("home.organisations.since", { date: valid_from })}</small>
          </li>
        ))}
      </ul>
    </Card>
  );
}
