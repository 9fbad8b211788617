import i18next from "i18next";
import createClient, { type Middleware } from "openapi-fetch";
import createQueryClient from "openapi-react-query";

import { cookie } from "@/lib/cookies";
import { ApiError, NO_ANSWER } from "@/lib/errors";
import { language } from "@/lib/preferences";
import type { paths } from "./schema";
import { signedOut } from "./signedOut";

const SAFE = new Set(["GET", "HEAD", "OPTIONS"]);

interface ErrorBody {
  code?: string;
  message?: string;
  fields?: Record<string, string>;
  params?: Record<string, unknown>;
}

/** The server's error as an {@link ApiError}; its sentences are already in the right language. */
export async function errorOf(response: Response): Promise<ApiError> {
  const body: ErrorBody = await response.json().catch(() => ({}));
  const sentence = body.message ?? i18next.t("ui.serverFault", { status: response.status });
  const code = body.code ?? "server_fault";
  return new ApiError(response.status, code, sentence, body.fields, body.params);
}

const protocol: Middleware = {
  onRequest({ request }) {
    request.headers.set("Accept-Language", language.get());
    const token = cookie("csrftoken");
    if (token && !SAFE.has(request.method)) request.headers.set("X-CSRFToken", token);
  },
  async onResponse({ response }) {
    if (response.ok) return;
    const error = await errorOf(response);
    if (error.status === 401) signedOut.set(true);
    throw error;
  },
  onError() {
    return new ApiError(NO_ANSWER, "no_answer", i18next.t("ui.noAnswer"));
  },
};

/** The typed API: `client.POST("/api/…", { body })`; anything but success throws an ApiError. */
export const client = createClient<paths>({
  baseUrl: window.location.origin,
  fetch: (request) => window.fetch(request),
});
client.use(protocol);

/** The same API as TanStack hooks: `api.useQuery("get", "/api/…", { params })`. */
export const api = createQueryClient(client);
