import { Drawer } from "antd";
import { useTranslation } from "react-i18next";

import { Facts } from "@/ui/Page";
import { useItemLabels } from "./ItemFields";
import { clauseText } from "./lanes";
import { clockOf, dayOf } from "./times";
import type { Choices, Item } from "./types";
import { usePeople } from "./usePlan";
import { planKey } from "@/lib/plan";

interface ReadItemProps {
  item: Item;
  choices: Choices;
  onClose: () => void;
}

/** An item of a version that is not edited here. */
export function ReadItem({ item, choices, onClose }: ReadItemProps) {
  const { t } = useTranslation();
  const labels = useItemLabels();
  const people = usePeople();
  const named = (rows: readonly { code: string; name: string }[], code: string) =>
    rows.find((row) => row.code === code)?.name ?? code;
  const who = people.filter(({ id }) => item.members.includes(id)).map(({ name }) => name);
  const clock = `${clockOf(item.local_start)}–${clockOf(item.local_end)}`;
  const rows = [
    [labels.kind, t(planKey.kind(item.kind))],
    [t("plan.when"), `${dayOf(item.local_start)} ${clock} ${item.zone}`],
    [labels.members, who.join("、")],
    [labels.clauses, clauseText(item)],
    [labels.site_id, item.site],
    [labels.scene, named(choices.scenes, item.scene)],
    [labels.method, named(choices.methods, item.method)],
    [labels.ict_tool, item.is_remote ? named(choices.tools, item.ict_tool) : t("plan.onSite")],
    [labels.auditee, item.auditee],
  ] as const;
  return (
    <Drawer open title={item.title} size={420} onClose={onClose}>
      <Facts items={rows.filter(([, value]) => value)} />
    </Drawer>
  );
}
