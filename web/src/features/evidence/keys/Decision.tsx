import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { ReasonButton } from "@/ui/ReasonButton";

interface DecisionProps {
  /** What the second person's yes does: a verb. */
  approve: string;
  busy: boolean;
  onDecide: (isApproved: boolean, refusal?: string) => void;
}

/** The word of the second person, without whom no key leaves the house. */
export function Decision({ approve, busy, onDecide }: DecisionProps) {
  const { t } = useTranslation();
  return (
    <>
      <Button type="primary" loading={busy} onClick={() => onDecide(true)}>
        {approve}
      </Button>
      <ReasonButton
        label={t("keys.refuse")}
        question={t("keys.whyRefuse")}
        busy={busy}
        onReason={(reason) => onDecide(false, reason)}
      />
    </>
  );
}
