import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { HERE, dateTime } from "@/lib/instant";
import { Notice } from "@/ui/Notice";
import type { AutosaveState } from "./autosave";

interface SaveLineProps {
  state: AutosaveState<unknown>;
  onRetry: () => void;
}

/** One line that always says where the entries are: with the server, or still in this browser. */
export function SaveLine({ state, onRetry }: SaveLineProps) {
  const { t } = useTranslation();
  const { standing, savedAt, error } = state;
  if (standing === "offline") {
    return (
      <Notice tone="warn" action={<Button onClick={onRetry}>{t("surveys.sendNow")}</Button>}>
        {t("surveys.keptHere")}
      </Notice>
    );
  }
  if (standing === "refused") {
    return (
      <Notice tone="bad" alert action={<Button onClick={onRetry}>{t("surveys.sendNow")}</Button>}>
        {t("surveys.notTaken", { why: error?.message })}
      </Notice>
    );
  }
  const time = savedAt ? dateTime(new Date(savedAt).toISOString(), HERE).slice(11) : "";
  const words = {
    saved: time ? t("surveys.savedAt", { time }) : t("surveys.saves"),
    saving: t("surveys.saving"),
    unsaved: t("surveys.saving"),
    stale: t("surveys.waitsForChoice"),
  };
  return <Notice tone={standing === "saved" ? "ok" : "blue"}>{words[standing]}</Notice>;
}
