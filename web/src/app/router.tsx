import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from "@tanstack/react-router";

import { client } from "@/api/client";
import { meQuery } from "@/api/me";
import { queries } from "@/api/queries";
import { HomePage } from "@/features/home/HomePage";
import { ApiError } from "@/lib/errors";
import { CrashPage } from "./pages/CrashPage";
import { NotFoundPage } from "./pages/NotFoundPage";
import { Shell } from "./shell/Shell";

const root = createRootRoute();

const login = createRoute({
  getParentRoute: () => root,
  path: "/login",
  beforeLoad: async () => {
    const { data } = await client.GET("/api/status").catch(() => ({ data: null }));
    if (data?.needs_setup) throw redirect({ to: "/setup", replace: true });
  },
  validateSearch: (search: Record<string, unknown>): { next?: string } => safeNext(search.next),
  component: lazyRouteComponent(() => import("./pages/LoginRoute"), "LoginRoute"),
});

/** Only a path of ours: `//evil.example` and `https:` must not become a way out. */
function safeNext(next: unknown): { next?: string } {
  return typeof next === "string" && /^\/(?![/\\])/.test(next) ? { next } : {};
}

const reset = createRoute({
  getParentRoute: () => root,
  path: "/reset-password",
  component: lazyRouteComponent(() => import("@/features/signin/ResetPage"), "ResetPage"),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation",
  component: lazyRouteComponent(() => import("./pages/InvitationRoute"), "InvitationRoute"),
});

const providerError = createRoute({
  getParentRoute: () => root,
  path: "/login/provider-error",
  component: lazyRouteComponent(
    () => import("@/features/signin/ProviderErrorPage"),
    "ProviderErrorPage",
  ),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: "/setup",
  component: lazyRouteComponent(() => import("./pages/SetupRoute"), "SetupRoute"),
});

const shell = createRoute({
  getParentRoute: () => root,
  id: "shell",
  beforeLoad: async ({ location }) => {
    try {
      await queries.ensureQueryData(meQuery);
    } catch (error) {
      if (!(error instanceof ApiError) || error.status !== 401) throw error;
      throw redirect({ to: "/login", search: safeNext(location.href), replace: true });
    }
  },
  component: Shell,
});

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
  staticData: { object: "people" },
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

const unknown = createRoute({ getParentRoute: () => shell, path: "$", component: NotFoundPage });

export const router = createRouter({
  routeTree: root.addChildren([
    login,
    reset,
    invitation,
    providerError,
    setup,
    shell.addChildren([
      home,
      security,
      profile,
      people,
      person,
      organisations,
      organisation,
      imports,
      journal,
      jobs,
      settings,
      unknown,
    ]),
  ]),
  defaultPreload: "intent",
  defaultErrorComponent: CrashPage,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
  interface StaticDataRouteOption {
    /** The object of the matrix whose R right opens the page; none: everybody signed in. */
    object?: string;
  }
}
