import type { CaseTab } from "@/features/programme/cases/CasePage";

/** The tabs of an audit in the order of its work; each is a child of `/audits/$case`. */
export const CASE_TABS: readonly CaseTab[] = [
  { name: "overview", path: "" },
  { name: "survey", path: "survey", object: "surveys" },
  { name: "feasibility", path: "feasibility", object: "surveys" },
  { name: "information", path: "information", object: "surveys" },
  { name: "risk", path: "risk", object: "risk" },
  { name: "ict", path: "ict" },
  { name: "time", path: "time", object: "plan" },
  { name: "team", path: "team", object: "team" },
  { name: "plan", path: "plan", object: "plan" },
  { name: "checklists", path: "checklists", object: "checklists" },
  { name: "sessions", path: "sessions", object: "sessions" },
  { name: "evidence", path: "evidence" },
  { name: "record", path: "record", object: "records" },
];
