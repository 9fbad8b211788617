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

const ict = createRoute({
  getParentRoute: () => audit,
  path: "/ict",
  component: lazyRouteComponent(() => import("@/features/programme/tools/IctTab"), "IctTab"),
});

const programmes = createRoute({
  getParentRoute: () => shell,
  path: "/programmes",
  staticData: { object: "programme" },
  component: lazyRouteComponent(
    () => import("@/features/programme/programmes/ProgrammesPage"),
    "ProgrammesPage",
  ),
});

const oneProgramme = createRoute({
  getParentRoute: () => shell,
  path: "/programmes/$programme",
  staticData: { object: "programme" },
  component: lazyRouteComponent(
    () => import("@/features/programme/programmes/ProgrammePage"),
    "ProgrammePage",
  ),
});

const tools = createRoute({
  getParentRoute: () => shell,
  path: "/tools",
  staticData: { object: "programme" },
  component: lazyRouteComponent(() => import("@/features/programme/tools/ToolsPage"), "ToolsPage"),
});

const training = createRoute({
  getParentRoute: () => shell,
  path: "/training",
  staticData: { object: "competence" },
  component: lazyRouteComponent(
    () => import("@/features/programme/training/TrainingPage"),
    "TrainingPage",
  ),
});

const guides = createRoute({
  getParentRoute: () => shell,
  path: "/guides",
  staticData: { object: "guides" },
  component: lazyRouteComponent(
    () => import("@/features/programme/guides/GuidesPage"),
    "GuidesPage",
  ),
});

/** Planning: the pages of the stage `programme`. */
export const programme = [
  audits,
  audit.addChildren([overview, time, ict]),
  sites,
  rulePacks,
  rulePack,
  programmes,
  oneProgramme,
  tools,
  training,
  guides,
] as const;
