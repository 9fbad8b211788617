import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

import { shell } from "./frame";

/** One audit: step bar, what is missing, and a tab for each theme of it. */
export const page = createRoute({
  getParentRoute: () => shell,
  path: "/audits/$case",
  staticData: { object: "programme" },
  component: lazyRouteComponent(() => import("../pages/CaseRoute"), "CaseRoute"),
});
