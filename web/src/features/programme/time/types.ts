import type { components } from "@/api/schema";

export type TimePage = components["schemas"]["TimePage"];
export type Result = components["schemas"]["TimeResult"];
export type Line = components["schemas"]["TimeLineOut"];
export type Choices = components["schemas"]["TimeChoices"];
export type SchemeChoice = components["schemas"]["TimeSchemeIn"];
export type SiteChoice = components["schemas"]["TimeSiteIn"];
export type Options = components["schemas"]["TimeOptions"];
export type Sample = components["schemas"]["SiteSampleOut"];
export type Proposal = components["schemas"]["ApplicationTimePage"];
export type Proposed = components["schemas"]["TimeProposal"];

/** What a person chooses, out of what the server proposes. */
export function choicesOf(proposed: Proposed): Choices {
  return {
    schemes: proposed.schemes,
    sites: proposed.sites.map(({ name: _name, headcount: _count, is_central: _is, ...own }) => own),
    is_sampled: proposed.is_sampled,
    integration_pct: proposed.integration_pct,
    ability_pct: proposed.ability_pct,
    remote_share_pct: proposed.remote_share_pct,
    off_site_pct: proposed.off_site_pct,
  };
}

/** Days as people write them: 4.5, 12, 4.17. */
export const days = (text: string | number): string => String(Number(text));
