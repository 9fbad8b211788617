import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

import { shell } from "./frame";

const audits = createRoute({
  getParentRoute: () => shell,
  path: "/audits",
  staticData: { object: "programme" },
  component: lazyRouteComponent(
    () => import("@/features/programme/cases/AuditsPage"),
    "AuditsPage",
  ),
});

/** One audit: step bar, what is missing, and a tab for each theme of its planning. */
const audit = createRoute({
  getParentRoute: () => shell,
  path: "/audits/$case",
  staticData: { object: "programme" },
  component: lazyRouteComponent(() => import("../pages/CaseRoute"), "CaseRoute"),
});

const overview = createRoute({
  getParentRoute: () => audit,
  path: "/",
  component: lazyRouteComponent(
    () => import("@/features/programme/cases/OverviewTab"),
    "OverviewTab",
  ),
});

const information = createRoute({
  getParentRoute: () => audit,
  path: "/information",
  component: lazyRouteComponent(
    () => import("@/features/programme/information/InformationTab"),
    "InformationTab",
  ),
});

const risk = createRoute({
  getParentRoute: () => audit,
  path: "/risk",
  component: lazyRouteComponent(() => import("@/features/programme/risk/RiskTab"), "RiskTab"),
});

const time = createRoute({
  getParentRoute: () => audit,
  path: "/time",
  component: lazyRouteComponent(() => import("@/features/programme/time/TimeTab"), "TimeTab"),
});

const sites = createRoute({
  getParentRoute: () => shell,
  path: "/sites",
  staticData: { object: "programme" },
  component: lazyRouteComponent(() => import("@/features/programme/sites/SitesPage"), "SitesPage"),
});

const rulePacks = createRoute({
  getParentRoute: () => shell,
  path: "/rule-packs",
  staticData: { object: "rule_packs" },
  component: lazyRouteComponent(
    () => import("@/features/programme/rulePacks/RulePacksPage"),
    "RulePacksPage",
  ),
});

const rulePack = createRoute({
  getParentRoute: () => shell,
  path: "/rule-packs/$pack",
  staticData: { object: "rule_packs" },
  component: lazyRouteComponent(
    () => import("@/features/programme/rulePacks/PackPage"),
    "PackPage",
  ),
});

/** Planning: the pages of the stage `programme`. */
export const programme = [
  audits,
  audit.addChildren([overview, information, risk, time]),
  sites,
  rulePacks,
  rulePack,
] as const;
