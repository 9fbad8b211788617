import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCaseId } from "@/lib/caseId";
import { EmptyState } from "@/ui/EmptyState";
import { FilterTabs } from "@/ui/FilterTabs";
import { ErrorSummary } from "@/ui/Notice";
import { useOpened } from "@/ui/opened";
import { Card, Waiting } from "@/ui/Page";
import { useTableState } from "@/ui/tableState";
import { ClientCard } from "./ClientCard";
import styles from "./requests.module.css";

interface ClientRequestsProps {
  /** Only what came of these, with commas between. */
  source?: string;
  emptyTitle?: string;
  empty?: string;
}

/** For the client's coordinator: one card for each request, what is due first on top. */
export function ClientRequests({ source = "", emptyTitle, empty }: ClientRequestsProps) {
  const { t } = useTranslation();
  const case_id = useCaseId();
  const [opened] = useOpened("request");
  const { filters, filter } = useTableState("due_at", ["state"]);
  const open = (filters.state ?? "") !== "all" && !opened;
  const { data, error } = api.useQuery("get", "/api/evidence/cases/{case_id}/requests", {
    params: {
      path: { case_id },
      query: { sort: "due_at", size: 200, source, ...(open ? { state: "open" as const } : {}) },
    },
  });
  if (error) return <ErrorSummary error={error} />;
  if (!data) return <Waiting />;
  return (
    <div className={styles.part}>
      <FilterTabs
        label={t("requests.stateLabel")}
        value={open ? "" : "all"}
        onChange={(value) => filter("state", value)}
        options={[
          { value: "", label: t("requests.open") },
          { value: "all", label: t("requests.all") },
        ]}
      />
      {data.items.length === 0 && (
        <Card>
          <EmptyState icon="inbox" title={emptyTitle ?? t("requests.emptyTitle")}>
            {empty ?? t("requests.emptyClient")}
          </EmptyState>
        </Card>
      )}
      {data.items.map((each) => (
        <ClientCard key={each.id} of={each} isFirst={each.id === opened} />
      ))}
    </div>
  );
}
