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

const survey = createRoute({
  getParentRoute: () => audit,
  path: "/survey",
  staticData: { object: "surveys" },
  component: lazyRouteComponent(() => import("@/features/programme/survey/SurveyTab"), "SurveyTab"),
});

const surveys = createRoute({
  getParentRoute: () => shell,
  path: "/surveys",
  staticData: { object: "surveys" },
  component: lazyRouteComponent(
    () => import("@/features/programme/survey/SurveysPage"),
    "SurveysPage",
  ),
});

const oneSurvey = createRoute({
  getParentRoute: () => shell,
  path: "/surveys/$survey",
  staticData: { object: "surveys" },
  component: lazyRouteComponent(
    () => import("@/features/programme/survey/SurveyPage"),
    "SurveyPage",
  ),
});

const campaign = createRoute({
  getParentRoute: () => shell,
  path: "/surveys/campaigns/$campaign",
  staticData: { object: "surveys" },
  component: lazyRouteComponent(
    () => import("@/features/programme/survey/CampaignPage"),
    "CampaignPage",
  ),
});

const sites = createRoute({
  getParentRoute: () => shell,
  path: "/sites",
  staticData: { object: "programme" },
  component: lazyRouteComponent(() => import("@/features/programme/sites/SitesPage"), "SitesPage"),
});

/** Planning: the pages of the stage `programme`. */
export const programme = [
  audits,
  audit.addChildren([overview, survey]),
  sites,
  surveys,
  oneSurvey,
  campaign,
] as const;
