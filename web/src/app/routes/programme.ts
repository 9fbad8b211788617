import { createRoute, lazyRouteComponent, type RouteComponent } from "@tanstack/react-router";

import { audit } from "./audit";
import { shell } from "./frame";

function page<const Path extends string>(path: Path, object: string, component: RouteComponent) {
  return createRoute({ getParentRoute: () => shell, path, staticData: { object }, component });
}

const audits = page(
  "/audits",
  "programme",
  lazyRouteComponent(() => import("@/features/programme/cases/AuditsPage"), "AuditsPage"),
);

const surveys = page(
  "/surveys",
  "surveys",
  lazyRouteComponent(() => import("@/features/programme/survey/SurveysPage"), "SurveysPage"),
);

const oneSurvey = page(
  "/surveys/$survey",
  "surveys",
  lazyRouteComponent(() => import("@/features/programme/survey/SurveyPage"), "SurveyPage"),
);

const campaign = page(
  "/surveys/campaigns/$campaign",
  "surveys",
  lazyRouteComponent(() => import("@/features/programme/survey/CampaignPage"), "CampaignPage"),
);

const sites = page(
  "/sites",
  "programme",
  lazyRouteComponent(() => import("@/features/programme/sites/SitesPage"), "SitesPage"),
);

const rulePacks = page(
  "/rule-packs",
  "rule_packs",
  lazyRouteComponent(() => import("@/features/programme/rulePacks/RulePacksPage"), "RulePacksPage"),
);

const rulePack = page(
  "/rule-packs/$pack",
  "rule_packs",
  lazyRouteComponent(() => import("@/features/programme/rulePacks/PackPage"), "PackPage"),
);

const programmes = page(
  "/programmes",
  "programme",
  lazyRouteComponent(
    () => import("@/features/programme/programmes/ProgrammesPage"),
    "ProgrammesPage",
  ),
);

const oneProgramme = page(
  "/programmes/$programme",
  "programme",
  lazyRouteComponent(
    () => import("@/features/programme/programmes/ProgrammePage"),
    "ProgrammePage",
  ),
);

const tools = page(
  "/tools",
  "programme",
  lazyRouteComponent(() => import("@/features/programme/tools/ToolsPage"), "ToolsPage"),
);

const training = page(
  "/training",
  "competence",
  lazyRouteComponent(() => import("@/features/programme/training/TrainingPage"), "TrainingPage"),
);

const guides = page(
  "/guides",
  "guides",
  lazyRouteComponent(() => import("@/features/programme/guides/GuidesPage"), "GuidesPage"),
);

const competence = page(
  "/competence",
  "qualifications",
  lazyRouteComponent(
    () => import("@/features/programme/competence/CompetencePage"),
    "CompetencePage",
  ),
);

const impartiality = page(
  "/impartiality",
  "impartiality",
  lazyRouteComponent(
    () => import("@/features/programme/impartiality/ImpartialityPage"),
    "ImpartialityPage",
  ),
);

const schedule = page(
  "/schedule",
  "availability",
  lazyRouteComponent(() => import("@/features/programme/schedule/SchedulePage"), "SchedulePage"),
);

const applications = page(
  "/applications",
  "applications",
  lazyRouteComponent(
    () => import("@/features/programme/applications/ApplicationsPage"),
    "ApplicationsPage",
  ),
);

const application = page(
  "/applications/$application",
  "applications",
  lazyRouteComponent(
    () => import("@/features/programme/applications/ApplicationPage"),
    "ApplicationPage",
  ),
);

const invoices = page(
  "/invoices",
  "applications",
  lazyRouteComponent(() => import("@/features/programme/invoices/InvoicesPage"), "InvoicesPage"),
);

const invoice = page(
  "/invoices/$invoice",
  "applications",
  lazyRouteComponent(() => import("@/features/programme/invoices/InvoicePage"), "InvoicePage"),
);

const questions = page(
  "/questions",
  "checklists",
  lazyRouteComponent(
    () => import("@/features/programme/checklists/QuestionsPage"),
    "QuestionsPage",
  ),
);

/** Planning: the pages of the stage `programme`. */
export const programme = [
  audits,
  audit,
  surveys,
  oneSurvey,
  campaign,
  sites,
  rulePacks,
  rulePack,
  programmes,
  oneProgramme,
  tools,
  training,
  guides,
  competence,
  impartiality,
  schedule,
  applications,
  application,
  invoices,
  invoice,
  questions,
] as const;
