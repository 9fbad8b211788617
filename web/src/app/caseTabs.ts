import type { CaseTab } from "@/features/programme/cases/CasePage";

/** The tabs of an audit in the order of its work; each is a child of `/audits/$case`. */
export const CASE_TABS: readonly CaseTab[] = [
  { name: "overview", path: "" },
  { name: "information", path: "information", object: "surveys" },
  { name: "risk", path: "risk", object: "risk" },
  { name: "survey", path: "survey", object: "surveys" },
  { name: "ict", path: "ict" },
  { name: "time", path: "time", object: "plan" },
];
