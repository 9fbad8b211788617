import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";

import { client } from "@/api/client";
import { root, safeNext } from "./frame";

const login = createRoute({
  getParentRoute: () => root,
  path: "/login",
  beforeLoad: async () => {
    const { data } = await client.GET("/api/status").catch(() => ({ data: null }));
    if (data?.needs_setup) throw redirect({ to: "/setup", replace: true });
  },
  validateSearch: (search: Record<string, unknown>): { next?: string } => safeNext(search.next),
  component: lazyRouteComponent(() => import("../pages/LoginRoute"), "LoginRoute"),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: "/reset-password",
  component: lazyRouteComponent(() => import("@/features/signin/ResetPage"), "ResetPage"),
});

const invitation = createRoute({
  getParentRoute: () => root,
  path: "/invitation",
  component: lazyRouteComponent(() => import("../pages/InvitationRoute"), "InvitationRoute"),
});

/** One session, for somebody without an account. */
const guest = createRoute({
  getParentRoute: () => root,
  path: "/guest",
  component: lazyRouteComponent(() => import("../pages/GuestRoute"), "GuestRoute"),
});

/** Applying for certification, without an account: the secret link stands behind `#`. */
const apply = createRoute({
  getParentRoute: () => root,
  path: "/apply",
  component: lazyRouteComponent(
    () => import("@/features/programme/applications/ApplyPage"),
    "ApplyPage",
  ),
});

/** A parcel and its cover letter; the secret stands behind `#`. */
const parcel = createRoute({
  getParentRoute: () => root,
  path: "/parcel",
  component: lazyRouteComponent(
    () => import("@/features/evidence/parcels/ParcelPage"),
    "ParcelPage",
  ),
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
  component: lazyRouteComponent(() => import("../pages/SetupRoute"), "SetupRoute"),
});

/** Pages before the sign-in. */
export const outside = [
  login,
  reset,
  invitation,
  guest,
  apply,
  parcel,
  providerError,
  setup,
] as const;
