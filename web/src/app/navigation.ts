import type { LinkProps } from "@tanstack/react-router";

import type { IconName } from "@/ui/icons";

export interface Place {
  /** Its words are `shell.nav.<name>`. */
  name:
    | "home"
    | "audits"
    | "people"
    | "organisations"
    | "sites"
    | "questions"
    | "rulePacks"
    | "journal"
    | "jobs"
    | "settings";
  to: LinkProps["to"];
  icon: IconName;
  /** The object of the matrix whose R right shows this page; none: everybody. */
  object?: string;
}

/** The left navigation, in groups; only pages that exist. */
export const PLACES: readonly (readonly Place[])[] = [
  [
    { name: "home", to: "/", icon: "home" },
    { name: "audits", to: "/audits", icon: "audit", object: "programme" },
  ],
  [
    { name: "people", to: "/people", icon: "people", object: "people" },
    { name: "organisations", to: "/organisations", icon: "organisation", object: "organisations" },
    { name: "sites", to: "/sites", icon: "site", object: "programme" },
    { name: "questions", to: "/questions", icon: "journal", object: "checklists" },
    { name: "rulePacks", to: "/rule-packs", icon: "rules", object: "rule_packs" },
  ],
  [
    { name: "journal", to: "/journal", icon: "journal", object: "journal" },
    { name: "jobs", to: "/jobs", icon: "jobs", object: "jobs" },
    { name: "settings", to: "/settings", icon: "settings", object: "settings" },
  ],
];
