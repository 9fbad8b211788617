import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { Icon } from "@/ui/icons";
import { useCase } from "../cases/useCase";
import type { Plan } from "./types";

/** The plan to print, for a calendar program, and as a workbook. */
export function Downloads({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const { id } = useCase();
  const base = `/api/programme/cases/${id}`;
  const icon = <Icon name="download" />;
  return (
    <>
      <Button icon={icon} href={`${base}/plan.pdf?number=${plan.number}`}>
        {t("plan.print")}
      </Button>
      <Button icon={icon} href={`${base}/plan/items?format=xlsx&number=${plan.number}`}>
        {t("plan.workbook")}
      </Button>
      {["issued", "accepted"].includes(plan.state) && (
        <Button icon={icon} href={`${base}/plan.ics`}>
          {t("plan.calendar")}
        </Button>
      )}
    </>
  );
}
