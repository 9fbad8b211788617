import { useTranslation } from "react-i18next";

import type { components } from "@/api/schema";
import { StatusTag, type TagTone } from "@/ui/StatusTag";

export type Job = components["schemas"]["JobOut"];
export type State = Job["state"];

export const STATES: readonly State[] = ["waiting", "running", "failed", "done", "cancelled"];

const TONES: Record<State, TagTone> = {
  waiting: "blue",
  running: "violet",
  failed: "bad",
  done: "ok",
  cancelled: "grey",
};

export function StateTag({ state }: { state: State }) {
  const { t } = useTranslation();
  return <StatusTag tone={TONES[state]}>{t(`jobs.state.${state}`)}</StatusTag>;
}
