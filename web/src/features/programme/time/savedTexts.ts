import { useTranslation } from "react-i18next";

import { type Choices, days as written, type Options, type Proposed } from "./types";

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
  const textsOf = (row: Record<string, unknown>) => {
    const choices = row as unknown as Choices & { days: string };
    return {
      days: written(choices.days),
      schemes: choices.schemes.map(scheme).join(" · "),
      sites: sites(choices),
      integration: percent(choices.integration_pct),
      ability: percent(choices.ability_pct),
      remoteShare: percent(choices.remote_share_pct),
      offSite: percent(choices.off_site_pct),
    };
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
  return { textsOf, labels };
}
