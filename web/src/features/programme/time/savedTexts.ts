import { useTranslation } from "react-i18next";

import { ApiError } from "@/lib/errors";
import { type Choices, choicesOf, days as written, type Options, type Proposed } from "./types";
import type { SavedTime } from "./useTimeSaving";

/** What a calculation rests on, a line of text per field, so that two can be set side by side. */
export function useSavedTexts(proposed: Proposed, options: Options) {
  const { t } = useTranslation();
  const names = new Map(options.factors.map(({ code, name }) => [code, name]));
  const percent = (pct: number | undefined) => `${pct ?? 0} %`;
  const scheme = ({ scheme: code, complexity, factors }: Choices["schemes"][number]) =>
    [
      code,
      complexity ? t(`time.level.${complexity as "high" | "medium" | "low" | "limited"}`) : "",
      ...(factors ?? []).map((each) => `${names.get(each.code) ?? each.code} ${each.pct} %`),
    ]
      .filter(Boolean)
      .join(" ");
  const sites = (choices: Choices) => {
    const called = new Map(proposed.sites.map(({ id, name }) => [id, name]));
    return (choices.sites ?? [])
      .filter(({ visited }) => !choices.is_sampled || visited)
      .map(({ id, repetitive_reduction_pct: one, central_reduction_pct: other }) =>
        [called.get(id) ?? "", ...[one, other].filter(Boolean).map((pct) => `−${pct} %`)].join(" "),
      )
      .join(" · ");
  };
  const of = (choices: Choices, days: number | string) => ({
    days: written(days),
    schemes: choices.schemes.map(scheme).join(" · "),
    sites: sites(choices),
    integration: percent(choices.integration_pct),
    ability: percent(choices.ability_pct),
    remoteShare: percent(choices.remote_share_pct),
    offSite: percent(choices.off_site_pct),
  });
  const shown = ({ status, code, message, params }: ApiError) => {
    const theirs = params.current as SavedTime;
    return new ApiError(status, code, message, {}, { current: of(choicesOf(theirs), theirs.days) });
  };
  const labels = {
    days: t("time.result"),
    schemes: t("time.complexity"),
    sites: t("time.sites"),
    integration: t("time.integration"),
    ability: t("time.ability"),
    remoteShare: t("time.remoteShare"),
    offSite: t("time.offSite"),
  };
  return { of, shown, labels };
}
