import { useTranslation } from "react-i18next";

import { useTableState } from "@/ui/tableState";
import { FilterTabs } from "@/ui/FilterTabs";
import { Card, Page } from "@/ui/Page";
import { DueTable } from "./DueTable";
import { OrdersTable } from "./OrdersTable";

/** For the body: what is due for deletion by the rules, and how every order stands. */
export function DeletionsPage() {
  const { t } = useTranslation();
  const { filters, filter } = useTableState("", ["view"]);
  const orders = filters.view === "orders";
  return (
    <Page title={t("shell.nav.deletions")}>
      <FilterTabs
        label={t("deletion.view")}
        value={orders ? "orders" : ""}
        onChange={(value) => filter("view", value)}
        options={[
          { value: "", label: t("deletion.dueList") },
          { value: "orders", label: t("deletion.orders") },
        ]}
      />
      <Card>{orders ? <OrdersTable /> : <DueTable />}</Card>
    </Page>
  );
}
