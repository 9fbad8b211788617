import { cookie } from "@/lib/cookies";
import { ApiError, NO_ANSWER } from "@/lib/errors";
import { language } from "@/lib/preferences";
import { words } from "./words";

/** What a guest link says before it is opened. */
export interface Invitation {
  name: string;
  /** The guest's own one, for whom they take part. */
  organisation: string;
  organisation_en: string;
  expires_at: string;
}

/** The token of `/m#<token>`, behind the hash so that it reaches no log, or of `/m/<token>`. */
export function linkToken({ hash, pathname }: Pick<Location, "hash" | "pathname">): string {
  const written = hash.replace(/^#/, "") || (/^\/(?:m|guest)\/(.+)$/.exec(pathname)?.[1] ?? "");
  return decodeURIComponent(written).trim();
}

async function post<T>(path: string, body: unknown): Promise<T> {
  const headers = {
    "Content-Type": "application/json",
    "Accept-Language": language.get(),
    "X-CSRFToken": cookie("csrftoken") ?? "",
  };
  const request = { method: "POST", headers, body: JSON.stringify(body) };
  const response = await fetch(path, request).catch(() => {
    throw new ApiError(NO_ANSWER, "no_answer", words().noServer);
  });
  const answer = await response.json().catch(() => ({}));
  if (response.ok) return answer as T;
  throw new ApiError(response.status, answer.code ?? "fault", answer.message ?? words().fault);
}

export const lookAt = (token: string) =>
  post<Invitation>("/api/identity/guest-links/look", { token });

/** Signs this phone in as the guest; the link then works on this phone only. */
export const open = (token: string) => post<unknown>("/api/identity/guest-links/open", { token });

/** Asking again may help when nobody answered or the server failed; a dead link stays dead. */
export const mayRetry = (error: ApiError) => error.status === NO_ANSWER || error.status >= 500;
