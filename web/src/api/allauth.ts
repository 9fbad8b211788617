/**
 * Sign-in, second factors and own security: django-allauth's headless browser API, which is not
 * part of our OpenAPI description. docs/signin.md tells the flow.
 */
import i18next from "i18next";

import { cookie } from "@/lib/cookies";
import { ApiError, NO_ANSWER } from "@/lib/errors";
import { language } from "@/lib/preferences";

const BASE = "/_allauth/browser/v1";

export type SecondFactor = "totp" | "recovery_codes" | "webauthn";

interface Flow {
  id: string;
  is_pending?: boolean;
  types?: SecondFactor[];
}

interface Complaint {
  code: string;
  message: string;
  param?: string;
}

export interface Answer {
  status: number;
  data?: Record<string, unknown> & { flows?: Flow[] };
  meta?: Record<string, unknown>;
  errors?: Complaint[];
  /** Our own error shape, when the answer comes from our middleware. */
  code?: string;
  message?: string;
}

type Method = "GET" | "POST" | "PUT" | "DELETE";

function headers(method: Method, extra: Record<string, string>): HeadersInit {
  const token = cookie("csrftoken");
  return {
    Accept: "application/json",
    "Accept-Language": language.get(),
    ...(method === "GET" ? {} : { "Content-Type": "application/json" }),
    ...(method !== "GET" && token ? { "X-CSRFToken": token } : {}),
    ...extra,
  };
}

async function send(method: Method, path: string, body: unknown, extra: Record<string, string>) {
  try {
    return await fetch(BASE + path, {
      method,
      headers: headers(method, extra),
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new ApiError(NO_ANSWER, "no_answer", i18next.t("ui.noAnswer"));
  }
}

/** Complaints about a field stand at that field; the first one is the sentence of the whole. */
export function complaint(status: number, answer: Answer): ApiError {
  const { errors = [] } = answer;
  const otherwise = i18next.t("ui.serverFault", { status });
  const sentence = errors[0]?.message ?? answer.message ?? otherwise;
  const fields = Object.fromEntries(
    errors.flatMap(({ param, message }) => (param ? [[param, message]] : [])),
  );
  return new ApiError(status, errors[0]?.code ?? answer.code ?? "refused", sentence, fields);
}

/**
 * One call. 401 and 404 are answers here, not faults: "there is a next step" and "there is none
 * yet"; everything else but success throws an ApiError.
 */
export async function allauth(
  method: Method,
  path: string,
  body?: unknown,
  extra: Record<string, string> = {},
): Promise<Answer> {
  const response = await send(method, path, body, extra);
  const answer: Answer = await response.json().catch(() => ({ status: response.status }));
  const expected = response.ok || response.status === 401 || response.status === 404;
  if (!expected || answer.errors?.length) throw complaint(response.status, answer);
  return { ...answer, status: response.status };
}

/** The second factors that the server waits for; undefined when none is asked. */
export function pendingFactors({ data }: Answer): SecondFactor[] | undefined {
  return data?.flows?.find((flow) => flow.id === "mfa_authenticate" && flow.is_pending)?.types;
}

/** Whether the server wants a fresh proof of who is there before it goes on. */
export function wantsProof({ status, data }: Answer): boolean {
  return (
    status === 401 && (data?.flows?.some((flow) => flow.id.endsWith("reauthenticate")) ?? false)
  );
}
