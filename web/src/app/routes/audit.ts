import { createRoute, lazyRouteComponent, type RouteComponent } from "@tanstack/react-router";

import { page } from "./auditPage";
import { evidence } from "./evidence";

const overview = createRoute({
  getParentRoute: () => page,
  path: "/",
  component: lazyRouteComponent(
    () => import("@/features/programme/cases/OverviewTab"),
    "OverviewTab",
  ),
});

function tab<const Path extends string>(path: Path, object: string, component: RouteComponent) {
  return createRoute({ getParentRoute: () => page, path, staticData: { object }, component });
}

const time = tab(
  "/time",
  "plan",
  lazyRouteComponent(() => import("@/features/programme/time/TimeTab"), "TimeTab"),
);

const survey = tab(
  "/survey",
  "surveys",
  lazyRouteComponent(() => import("@/features/programme/survey/SurveyTab"), "SurveyTab"),
);

const ict = tab(
  "/ict",
  "programme",
  lazyRouteComponent(() => import("@/features/programme/tools/IctTab"), "IctTab"),
);

const team = tab(
  "/team",
  "team",
  lazyRouteComponent(() => import("@/features/programme/team/TeamTab"), "TeamTab"),
);

const feasibility = tab(
  "/feasibility",
  "surveys",
  lazyRouteComponent(
    () => import("@/features/programme/feasibility/FeasibilityTab"),
    "FeasibilityTab",
  ),
);

const information = tab(
  "/information",
  "surveys",
  lazyRouteComponent(
    () => import("@/features/programme/information/InformationTab"),
    "InformationTab",
  ),
);

const risk = tab(
  "/risk",
  "risk",
  lazyRouteComponent(() => import("@/features/programme/risk/RiskTab"), "RiskTab"),
);

const plan = tab(
  "/plan",
  "plan",
  lazyRouteComponent(() => import("@/features/programme/plan/PlanTab"), "PlanTab"),
);

const checklists = tab(
  "/checklists",
  "checklists",
  lazyRouteComponent(() => import("@/features/programme/checklists/ChecklistTab"), "ChecklistTab"),
);

const record = tab(
  "/record",
  "records",
  lazyRouteComponent(() => import("@/features/records/RecordTab"), "RecordTab"),
);

const sessions = tab(
  "/sessions",
  "sessions",
  lazyRouteComponent(() => import("@/features/rooms/SessionsTab"), "SessionsTab"),
);

/** The page of an audit with its tabs, in the order of `caseTabs.ts`. */
export const audit = page.addChildren([
  overview,
  survey,
  feasibility,
  information,
  risk,
  ict,
  time,
  team,
  plan,
  checklists,
  sessions,
  evidence,
  record,
]);
