import { allauth, type Answer, pendingFactors, type SecondFactor } from "@/api/allauth";
import { askPasskey } from "@/lib/passkeys";

/** Where a person stands on the way in. */
export type Step = { at: "password" } | { at: "second"; factors: SecondFactor[] } | { at: "done" };

export const START: Step = { at: "password" };

function stepAfter(answer: Answer): Step {
  if (answer.status === 200) return { at: "done" };
  const factors = pendingFactors(answer);
  return factors ? { at: "second", factors } : START;
}

export async function signIn(email: string, password: string): Promise<Step> {
  return stepAfter(await allauth("POST", "/auth/login", { email, password }));
}

export async function giveCode(code: string): Promise<Step> {
  return stepAfter(await allauth("POST", "/auth/2fa/authenticate", { code: code.trim() }));
}

/** A passkey instead of the password (`login`) or as the second factor (`authenticate`). */
export async function signInWithPasskey(way: "login" | "authenticate"): Promise<Step> {
  const path = `/auth/webauthn/${way}`;
  const { data } = await allauth("GET", path);
  const credential = await askPasskey(data?.request_options);
  return stepAfter(await allauth("POST", path, { credential }));
}

export const signOut = () => allauth("DELETE", "/auth/session");

export const askReset = (email: string) => allauth("POST", "/auth/password/request", { email });

export async function resetKeyWorks(key: string): Promise<boolean> {
  const answer = await allauth("GET", "/auth/password/reset", undefined, {
    "X-Password-Reset-Key": key,
  }).catch(() => undefined);
  return answer?.status === 200;
}

export const resetPassword = (key: string, password: string) =>
  allauth("POST", "/auth/password/reset", { key, password });
