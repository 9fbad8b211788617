import { queryOptions } from "@tanstack/react-query";

import { client } from "./client";

/** What every page must know about the installation: banners, the state of the media server. */
export const healthQuery = queryOptions({
  queryKey: ["get", "/api/status/health"],
  queryFn: async () => (await client.GET("/api/status/health")).data ?? null,
  staleTime: 30_000,
});
