import { useCase } from "../cases/useCase";
import { ChosenTool } from "./ChosenTool";

/** The tab of an audit for its ICT: which tools, and why. */
export function IctTab() {
  const of = useCase();
  return <ChosenTool caseId={of.id} closed={of.is_closed} />;
}
