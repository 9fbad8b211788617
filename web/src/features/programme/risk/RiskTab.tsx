import { useState } from "react";

import { api } from "@/api/client";
import { useMe } from "@/api/me";
import { ErrorSummary } from "@/ui/Notice";
import { Waiting } from "@/ui/Page";
import { useCaseId } from "../cases/useCase";
import { MatrixView } from "./MatrixView";
import { Start } from "./Start";
import { Totals } from "./Totals";

/** The risk matrix of an audit; for authorities its totals. */
export function RiskTab() {
  return useMe().membership.role === "REG" ? <Totals /> : <Risk />;
}

function Risk() {
  const [number, setNumber] = useState(0);
  const params = { path: { case_id: useCaseId() }, query: { number } };
  const { data, error } = api.useQuery("get", "/api/programme/cases/{case_id}/risk", { params });
  if (error) return <ErrorSummary error={error} />;
  if (!data) return <Waiting />;
  if (!data.matrix) return <Start scale={data.scale} />;
  return <MatrixView risk={data} matrix={data.matrix} onVersion={setNumber} />;
}
