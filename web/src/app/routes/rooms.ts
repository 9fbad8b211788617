import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

import { bare, shell } from "./frame";

/** Every session that one may see, whatever the audit. */
export const sessions = createRoute({
  getParentRoute: () => shell,
  path: "/sessions",
  staticData: { object: "sessions" },
  component: lazyRouteComponent(() => import("@/features/rooms/SessionsPage"), "SessionsPage"),
});

/** One session: its lobby, then its room. */
export const room = createRoute({
  getParentRoute: () => bare,
  path: "/rooms/$case/$session",
  staticData: { object: "sessions" },
  component: lazyRouteComponent(() => import("../pages/RoomRoute"), "RoomRoute"),
});
