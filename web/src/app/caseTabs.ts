import type { CaseTab } from "@/features/programme/cases/CasePage";

/** The tabs of an audit in the order of its work; each is a child of `/audits/$case`. */
export const CASE_TABS: readonly CaseTab[] = [
  { name: "overview", path: "" },
  { name: "time", path: "time", object: "plan" },
  { name: "plan", path: "plan", object: "plan" },
  { name: "checklists", path: "checklists", object: "checklists" },
];
