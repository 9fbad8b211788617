import { EvidenceTab } from "@/features/evidence/frame/EvidenceTab";
import { EVIDENCE_PARTS } from "../evidenceParts";

/** The evidence tab with the parts that this product has. */
export const EvidenceRoute = () => <EvidenceTab parts={EVIDENCE_PARTS} />;
