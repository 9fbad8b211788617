import { createRootRoute, createRoute, redirect } from "@tanstack/react-router";

import { meQuery } from "@/api/me";
import { queries } from "@/api/queries";
import { ApiError } from "@/lib/errors";
import { Bare } from "../shell/Bare";
import { Shell } from "../shell/Shell";

export const root = createRootRoute();

/** Only a path of ours: `//evil.example` and `https:` must not become a way out. */
export function safeNext(next: unknown): { next?: string } {
  return typeof next === "string" && /^\/(?![/\\])/.test(next) ? { next } : {};
}

async function demandSignIn({ location }: { location: { href: string } }): Promise<void> {
  try {
    await queries.ensureQueryData(meQuery);
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error;
    throw redirect({ to: "/login", search: safeNext(location.href), replace: true });
  }
}

/** Everything behind the sign-in. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: "shell",
  beforeLoad: demandSignIn,
  component: Shell,
});

/** Behind the sign-in as well, with nothing around the page: a room fills the screen. */
export const bare = createRoute({
  getParentRoute: () => root,
  id: "bare",
  beforeLoad: demandSignIn,
  component: Bare,
});
