import type { zh } from "@/locales/zh";

/** The pages of the left navigation, by the keys of their words. */
export type PlaceName = keyof (typeof zh)["shell"]["nav"];
