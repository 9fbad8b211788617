import type { LinkProps } from "@tanstack/react-router";

import type { PlaceName } from "@/lib/places";
import type { IconName } from "@/ui/icons";

export interface Place {
  /** Its words are `shell.nav.<name>`. */
  name: PlaceName;
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
    { name: "sessions", to: "/sessions", icon: "people", object: "sessions" },
    { name: "applications", to: "/applications", icon: "inbox", object: "applications" },
    { name: "invoices", to: "/invoices", icon: "journal", object: "applications" },
    { name: "surveys", to: "/surveys", icon: "edit", object: "surveys" },
    { name: "schedule", to: "/schedule", icon: "calendar", object: "availability" },
  ],
  [
    { name: "programmes", to: "/programmes", icon: "clock", object: "programme" },
    { name: "organisations", to: "/organisations", icon: "organisation", object: "organisations" },
    { name: "sites", to: "/sites", icon: "site", object: "programme" },
    { name: "rulePacks", to: "/rule-packs", icon: "rules", object: "rule_packs" },
    { name: "questions", to: "/questions", icon: "journal", object: "checklists" },
  ],
  [
    { name: "people", to: "/people", icon: "people", object: "people" },
    { name: "competence", to: "/competence", icon: "key", object: "qualifications" },
    { name: "impartiality", to: "/impartiality", icon: "shield", object: "impartiality" },
    { name: "training", to: "/training", icon: "check", object: "competence" },
    { name: "tools", to: "/tools", icon: "device", object: "programme" },
    { name: "guides", to: "/guides", icon: "info", object: "guides" },
  ],
  [
    { name: "journal", to: "/journal", icon: "journal", object: "journal" },
    { name: "deletions", to: "/deletions", icon: "shield", object: "deletion" },
    { name: "keys", to: "/keys", icon: "key", object: "key_exports" },
    { name: "recipients", to: "/recipients", icon: "key", object: "recipients" },
    { name: "jobs", to: "/jobs", icon: "jobs", object: "jobs" },
    { name: "settings", to: "/settings", icon: "settings", object: "settings" },
  ],
];
