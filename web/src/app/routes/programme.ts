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

const plan = createRoute({
  getParentRoute: () => audit,
  path: "/plan",
  staticData: { object: "plan" },
  component: lazyRouteComponent(() => import("@/features/programme/plan/PlanTab"), "PlanTab"),
});

const checklists = createRoute({
  getParentRoute: () => audit,
  path: "/checklists",
  staticData: { object: "checklists" },
  component: lazyRouteComponent(
    () => import("@/features/programme/checklists/ChecklistTab"),
    "ChecklistTab",
  ),
});

const questions = createRoute({
  getParentRoute: () => shell,
  path: "/questions",
  staticData: { object: "checklists" },
  component: lazyRouteComponent(
    () => import("@/features/programme/checklists/QuestionsPage"),
    "QuestionsPage",
  ),
});

/** Planning: the pages of the stage `programme`. */
export const programme = [
  audits,
  audit.addChildren([overview, plan, time, checklists]),
  sites,
  rulePacks,
  rulePack,
  questions,
] as const;
