import { api } from "@/api/client";
import { useCan } from "@/api/me";
import { useCaseId } from "@/lib/caseId";
import { ErrorSummary } from "@/ui/Notice";
import { Waiting } from "@/ui/Page";
import styles from "./deletion.module.css";
import { HoldsCard } from "./HoldsCard";
import { KeepListCard } from "./KeepListCard";
import { OrdersCard } from "./OrdersCard";
import { UndertakingsCard } from "./UndertakingsCard";

/** Confidentiality at the beginning of an audit, and the end of what was handed over in it. */
export function DeletionPart() {
  const can = useCan();
  return (
    <div className={styles.part}>
      {can("confidentiality", "R") && <UndertakingsCard />}
      {can("deletion", "R") && <TheEnd />}
    </div>
  );
}

function TheEnd() {
  const case_id = useCaseId();
  const { data, error } = api.useQuery("get", "/api/evidence/cases/{case_id}/deletion", {
    params: { path: { case_id } },
  });
  if (error) return <ErrorSummary error={error} />;
  if (!data) return <Waiting />;
  return (
    <>
      <OrdersCard page={data} />
      <KeepListCard
        key={data.items.map(({ is_wished }) => Number(is_wished)).join("")}
        page={data}
      />
      <HoldsCard holds={data.holds} />
    </>
  );
}
