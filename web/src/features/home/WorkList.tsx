import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import type { components } from "@/api/schema";
import { dayIn } from "@/lib/instant";
import { EmptyState } from "@/ui/EmptyState";
import { ErrorSummary } from "@/ui/Notice";
import { Card, Waiting } from "@/ui/Page";
import { PathLink } from "@/ui/PathLink";
import { StatusTag } from "@/ui/StatusTag";
import { dueOf } from "./due";
import styles from "./home.module.css";

type Item = components["schemas"]["WorkItemOut"];

/** What waits for me, by due date, with the verb that does it. */
export function WorkList({ zone }: { zone: string }) {
  const { t } = useTranslation();
  const today = dayIn(zone);
  const { data, error, refetch } = api.useQuery("get", "/api/work");
  const overdue = data?.filter(({ due }) => dueOf(due, today).is === "overdue").length ?? 0;
  const again = <Button onClick={() => void refetch()}>{t("ui.retry")}</Button>;
  return (
    <Card
      title={t("home.work.title")}
      tags={overdue > 0 && <StatusTag tone="bad">{t("home.work.overdue", { overdue })}</StatusTag>}
      aside={t("home.work.order")}
    >
      {error && !data && <ErrorSummary error={error} action={again} />}
      {!data && !error && <Waiting />}
      {data?.length === 0 && (
        <EmptyState icon="check" title={t("home.work.emptyTitle")}>
          {t("home.work.empty")}
        </EmptyState>
      )}
      {data && data.length > 0 && <Items items={data} today={today} />}
    </Card>
  );
}

function Items({ items, today }: { items: readonly Item[]; today: string }) {
  const { t } = useTranslation();
  return (
    <table className={styles.work}>
      <thead>
        <tr>
          <th scope="col">{t("home.work.due")}</th>
          <th scope="col">{t("home.work.item")}</th>
          <th scope="col">{t("home.work.subject")}</th>
          <th scope="col">
            <span className="spoken">{t("home.work.action")}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.key}>
            <td className="nowrap">
              <DueTag due={item.due} today={today} />
            </td>
            <td>{item.title}</td>
            <td>{item.subject}</td>
            <td className="nowrap">
              <PathLink href={item.href}>
                {item.verb}
                <span className="spoken"> {item.title}</span>
              </PathLink>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DueTag({ due, today }: { due: string | null | undefined; today: string }) {
  const { t } = useTranslation();
  const when = dueOf(due, today);
  switch (when.is) {
    case "overdue":
      return (
        <StatusTag tone="bad">
          {when.days === 1 ? t("home.due.yesterday") : t("home.due.overdue", { days: when.days })}
        </StatusTag>
      );
    case "today":
      return <StatusTag tone="warn">{t("home.due.today")}</StatusTag>;
    case "tomorrow":
      return t("home.due.tomorrow");
    case "later":
      return when.date;
    case "open":
      return <span className="muted">{t("home.due.open")}</span>;
  }
}
