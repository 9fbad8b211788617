import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";

import { HomePage } from "@/features/home/HomePage";
import { shell } from "./frame";

const home = createRoute({ getParentRoute: () => shell, path: "/", component: HomePage });

const security = createRoute({
  getParentRoute: () => shell,
  path: "/security",
  component: lazyRouteComponent(() => import("@/features/account/SecurityPage"), "SecurityPage"),
});

const profile = createRoute({
  getParentRoute: () => shell,
  path: "/profile",
  component: lazyRouteComponent(() => import("@/features/account/ProfilePage"), "ProfilePage"),
});

const people = createRoute({
  getParentRoute: () => shell,
  path: "/people",
  staticData: { object: "people" },
  component: lazyRouteComponent(
    () => import("@/features/identity/people/PeoplePage"),
    "PeoplePage",
  ),
});

const organisations = createRoute({
  getParentRoute: () => shell,
  path: "/organisations",
  staticData: { object: "organisations" },
  component: lazyRouteComponent(
    () => import("@/features/identity/organisations/OrganisationsPage"),
    "OrganisationsPage",
  ),
});

const journal = createRoute({
  getParentRoute: () => shell,
  path: "/journal",
  staticData: { object: "journal" },
  component: lazyRouteComponent(() => import("@/features/journal/JournalPage"), "JournalPage"),
});

const deletions = createRoute({
  getParentRoute: () => shell,
  path: "/deletions",
  staticData: { object: "deletion" },
  component: lazyRouteComponent(
    () => import("@/features/evidence/deletion/DeletionsPage"),
    "DeletionsPage",
  ),
});

const keys = createRoute({
  getParentRoute: () => shell,
  path: "/keys",
  staticData: { object: "key_exports" },
  component: lazyRouteComponent(() => import("@/features/evidence/keys/KeysPage"), "KeysPage"),
});

const recipients = createRoute({
  getParentRoute: () => shell,
  path: "/recipients",
  staticData: { object: "recipients" },
  component: lazyRouteComponent(
    () => import("@/features/evidence/parcels/RecipientsPage"),
    "RecipientsPage",
  ),
});

/** Letters, search and work lists link to `/people/<id>`: the list with that person open. */
const person = createRoute({
  getParentRoute: () => shell,
  path: "/people/$person",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/people", search: { person: params.person }, replace: true });
  },
});

const organisation = createRoute({
  getParentRoute: () => shell,
  path: "/organisations/$organisation",
  beforeLoad: ({ params: { organisation: id } }) => {
    throw redirect({ to: "/organisations", search: { organisation: id }, replace: true });
  },
});

const imports = createRoute({
  getParentRoute: () => shell,
  path: "/import",
  component: lazyRouteComponent(
    () => import("@/features/identity/imports/ImportPage"),
    "ImportPage",
  ),
});

const jobs = createRoute({
  getParentRoute: () => shell,
  path: "/jobs",
  staticData: { object: "jobs" },
  component: lazyRouteComponent(() => import("@/features/jobs/JobsPage"), "JobsPage"),
});

const settings = createRoute({
  getParentRoute: () => shell,
  path: "/settings",
  staticData: { object: "settings" },
  component: lazyRouteComponent(
    () => import("@/features/identity/settings/SettingsPage"),
    "SettingsPage",
  ),
});

/** The own account, people, organisations and the platform itself. */
export const platform = [
  home,
  security,
  profile,
  people,
  person,
  organisations,
  organisation,
  imports,
  journal,
  deletions,
  keys,
  recipients,
  jobs,
  settings,
] as const;
