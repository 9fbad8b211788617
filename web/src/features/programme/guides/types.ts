import type { components } from "@/api/schema";

export type Guide = components["schemas"]["GuideOut"];
export type GuideVersion = components["schemas"]["GuideVersionOut"];

export const AUDIENCES = ["everybody", "client", "auditor"] as const;
export type Audience = (typeof AUDIENCES)[number];
export const GUIDE_SCHEMES = ["QMS", "EMS", "OHSMS", "ISMS"] as const;

/** What readers see; for an editor's new page the draft. */
export const shownOf = (guide: Guide): GuideVersion | null => guide.published ?? guide.draft;

/** Title and text in the reader's language; Chinese where a draft has no English yet. */
export const inLanguage = (version: GuideVersion, english: boolean) => ({
  title: (english && version.title_en) || version.title_zh,
  text: (english && version.text_en) || version.text_zh,
});
