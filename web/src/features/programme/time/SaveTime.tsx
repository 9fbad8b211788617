import { Button, Input, InputNumber } from "antd";
import { useTranslation } from "react-i18next";

import { ErrorSummary, Notice } from "@/ui/Notice";
import { StaleDialog } from "@/ui/StaleDialog";
import { Labelled } from "./ChoicesForm";
import { useSavedTexts } from "./savedTexts";
import styles from "./time.module.css";
import { days as written, type Options, type Proposed } from "./types";
import { type TimeBody, useTimeSaving } from "./useTimeSaving";
import type { WhatIf } from "./useWhatIf";

interface SaveTimeProps {
  whatIf: WhatIf;
  /** The calculation that counts now; the form keeps the one that it began with. */
  number: number;
  proposed: Proposed;
  options: Options;
  /** Keeps it; gives the number that it then has. */
  save: (body: TimeBody) => Promise<number | undefined>;
  /** Which other number of days must be explained, and the question that asks for it. */
  why: { isNeeded: (own: number, calculated: number) => boolean; label: string };
}

/** Takes over what was tried out, or another number of days with its reason. */
export function SaveTime({ whatIf, number, proposed, options, save, why }: SaveTimeProps) {
  const { t } = useTranslation();
  const saving = useTimeSaving(whatIf, number, save);
  const texts = useSavedTexts(proposed, options);
  const { own, reason, set } = saving;
  const { result } = whatIf;
  if (!result) return null;
  return (
    <div className={styles.save}>
      <ErrorSummary error={saving.error} />
      <Labelled label={t("time.own")}>
        <InputNumber
          aria-label={t("time.own")}
          min={0.5}
          max={999}
          step={0.5}
          placeholder={written(result.days)}
          value={own}
          onChange={(next) => set({ own: next })}
        />
      </Labelled>
      {own !== null && why.isNeeded(own, Number(result.days)) && (
        <Labelled label={why.label}>
          <Input.TextArea
            aria-label={why.label}
            rows={2}
            maxLength={4000}
            value={reason}
            onChange={(event) => set({ reason: event.target.value })}
          />
        </Labelled>
      )}
      <Button loading={saving.busy} disabled={Boolean(whatIf.error)} onClick={saving.submit}>
        {t("time.save", { days: written(own ?? result.days) })}
      </Button>
      {saving.saved && <Notice tone="ok">{t("time.saved")}</Notice>}
      <StaleDialog
        {...texts}
        error={saving.stale}
        mine={{ ...whatIf.choices, days: own ?? result.days }}
        keepMine={saving.keepMine}
        takeTheirs={saving.takeTheirs}
        onClose={saving.close}
      />
    </div>
  );
}
