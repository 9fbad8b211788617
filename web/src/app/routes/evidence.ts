import { createRoute, lazyRouteComponent } from "@tanstack/react-router";

import { page } from "./auditPage";

/** What was shown, handed over or captured in an audit; its parts in the order of `evidenceParts.ts`. */
const tab = createRoute({
  getParentRoute: () => page,
  path: "/evidence",
  component: lazyRouteComponent(() => import("../pages/EvidenceRoute"), "EvidenceRoute"),
});

const library = createRoute({
  getParentRoute: () => tab,
  path: "/",
  component: lazyRouteComponent(() => import("../pages/EvidenceStart"), "EvidenceStart"),
});

const requests = createRoute({
  getParentRoute: () => tab,
  path: "/requests",
  staticData: { object: "evidence" },
  component: lazyRouteComponent(
    () => import("@/features/evidence/requests/RequestsPart"),
    "RequestsPart",
  ),
});

const external = createRoute({
  getParentRoute: () => tab,
  path: "/external",
  staticData: { object: "evidence" },
  component: lazyRouteComponent(
    () => import("@/features/evidence/external/ExternalPart"),
    "ExternalPart",
  ),
});

const exchange = createRoute({
  getParentRoute: () => tab,
  path: "/exchange",
  staticData: { object: "evidence" },
  component: lazyRouteComponent(
    () => import("@/features/evidence/parcels/ExchangePart"),
    "ExchangePart",
  ),
});

const keeping = createRoute({
  getParentRoute: () => tab,
  path: "/keeping",
  staticData: { object: "keeping" },
  component: lazyRouteComponent(
    () => import("@/features/evidence/keeping/KeepingPart"),
    "KeepingPart",
  ),
});

const deletion = createRoute({
  getParentRoute: () => tab,
  path: "/deletion",
  staticData: { object: "confidentiality" },
  component: lazyRouteComponent(
    () => import("@/features/evidence/deletion/DeletionPart"),
    "DeletionPart",
  ),
});

const samples = createRoute({
  getParentRoute: () => tab,
  path: "/samples",
  staticData: { object: "sampling" },
  component: lazyRouteComponent(
    () => import("@/features/evidence/sampling/SamplingPart"),
    "SamplingPart",
  ),
});

export const evidence = tab.addChildren([
  library,
  requests,
  external,
  exchange,
  keeping,
  deletion,
  samples,
]);
