import type { EvidencePart } from "@/features/evidence/frame/EvidenceTab";

/** What the evidence tab of an audit is made of; each is a child of `/audits/$case/evidence`. */
export const EVIDENCE_PARTS: readonly EvidencePart[] = [
  { name: "library", path: "", object: "evidence" },
  { name: "requests", path: "requests", object: "evidence" },
  { name: "samples", path: "samples", object: "sampling" },
  { name: "external", path: "external", object: "evidence" },
  { name: "exchange", path: "exchange", object: "evidence" },
  { name: "keeping", path: "keeping", object: "keeping" },
  { name: "deletion", path: "deletion", object: "confidentiality" },
];
