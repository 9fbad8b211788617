import { CasePage } from "@/features/programme/cases/CasePage";
import { CASE_TABS } from "../caseTabs";

export function CaseRoute() {
  return <CasePage tabs={CASE_TABS} />;
}
