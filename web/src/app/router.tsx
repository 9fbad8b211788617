import { createRoute, createRouter } from "@tanstack/react-router";

import { CrashPage } from "./pages/CrashPage";
import { NotFoundPage } from "./pages/NotFoundPage";
import { bare, root, shell } from "./routes/frame";
import { outside } from "./routes/outside";
import { platform } from "./routes/platform";
import { programme } from "./routes/programme";
import { room, sessions } from "./routes/rooms";

const unknown = createRoute({ getParentRoute: () => shell, path: "$", component: NotFoundPage });

export const router = createRouter({
  routeTree: root.addChildren([
    ...outside,
    bare.addChildren([room]),
    shell.addChildren([...platform, ...programme, sessions, unknown]),
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
