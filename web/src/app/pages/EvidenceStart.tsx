import { Navigate } from "@tanstack/react-router";

import { useCan } from "@/api/me";
import { LibraryPart } from "@/features/evidence/library/LibraryPart";
import { useCaseId } from "@/lib/caseId";
import { EVIDENCE_PARTS } from "../evidenceParts";

/** The library; whoever may not open evidence begins with the first part that is theirs. */
export function EvidenceStart() {
  const can = useCan();
  const root = `/audits/${useCaseId()}/evidence`;
  const first = EVIDENCE_PARTS.find(({ object }) => can(object, "R"));
  const start: string = first?.path ? `${root}/${first.path}` : "";
  return start ? <Navigate to={start} replace /> : <LibraryPart />;
}
