import { api } from "@/api/client";
import { useCan, useIsClient } from "@/api/me";
import { useCase } from "../cases/useCase";
import { Candidates } from "./Candidates";
import { CoverageCard } from "./CoverageCard";
import { Members } from "./Members";
import { Objections } from "./Objections";
import styles from "./team.module.css";

/** Who audits and why they may; who else could; what the client says about them. */
export function TeamTab() {
  const of = useCase();
  const may = useCan()("team", "C") && !of.is_closed;
  const isClients = useIsClient();
  const mayObject = useCan()("team", "U") && isClients && !of.is_closed;
  const params = { path: { case_id: of.id } };
  const { data } = api.useQuery(
    "get",
    "/api/programme/cases/{case_id}/standing",
    { params },
    { enabled: may },
  );
  return (
    <div className={styles.stack}>
      <Members of={of} may={may} mayObject={mayObject} judged={data?.members ?? []} />
      {data && <CoverageCard coverage={data.coverage} />}
      <Objections of={of} may={may} />
      {may && <Candidates of={of} />}
    </div>
  );
}
