import { allauth, type Answer, wantsProof } from "@/api/allauth";
import { askPasskey, createPasskey } from "@/lib/passkeys";

/** The server first wants to know who sits there; nothing was changed yet. */
export class ProofWanted extends Error {
  constructor(readonly ways: readonly string[]) {
    super("a fresh proof is wanted");
  }
}

function checked(answer: Answer): Answer {
  if (!wantsProof(answer)) return answer;
  throw new ProofWanted(answer.data?.flows?.map((flow) => flow.id) ?? []);
}

const call = async (...request: Parameters<typeof allauth>) => checked(await allauth(...request));

export const proveByPassword = (password: string) =>
  allauth("POST", "/auth/reauthenticate", { password });

export const proveByCode = (code: string) => allauth("POST", "/auth/2fa/reauthenticate", { code });

export async function proveByPasskey(): Promise<void> {
  const { data } = await allauth("GET", "/auth/webauthn/reauthenticate");
  const credential = await askPasskey(data?.request_options);
  await allauth("POST", "/auth/webauthn/reauthenticate", { credential });
}

export interface Authenticator {
  type: "totp" | "recovery_codes" | "webauthn";
  id?: number;
  name?: string;
  created_at: number;
  last_used_at: number | null;
  unused_code_count?: number;
}

export async function authenticators(): Promise<Authenticator[]> {
  const { data } = await call("GET", "/account/authenticators");
  return (data ?? []) as unknown as Authenticator[];
}

export const changePassword = (current_password: string, new_password: string) =>
  call("POST", "/account/password/change", { current_password, new_password });

export interface TotpSecret {
  secret: string;
  url: string;
}

/** What an authenticator app needs to know; it counts only after the first right code. */
export async function newTotp(): Promise<TotpSecret> {
  const { meta } = await call("GET", "/account/authenticators/totp");
  return { secret: String(meta?.secret), url: String(meta?.totp_url) };
}

export const activateTotp = (code: string) =>
  call("POST", "/account/authenticators/totp", { code });

export const removeTotp = () => call("DELETE", "/account/authenticators/totp");

export async function recoveryCodes(way: "GET" | "POST"): Promise<string[] | undefined> {
  const body = way === "POST" ? {} : undefined;
  const { data } = await call(way, "/account/authenticators/recovery-codes", body);
  return data?.unused_codes as string[] | undefined;
}

export async function addPasskey(name: string): Promise<void> {
  const { data } = await call("GET", "/account/authenticators/webauthn?passwordless");
  const credential = await createPasskey(data?.creation_options);
  await call("POST", "/account/authenticators/webauthn", { name, credential });
}

export const removePasskey = (id: number) =>
  call("DELETE", "/account/authenticators/webauthn", { authenticators: [id] });

export const renamePasskey = (id: number, name: string) =>
  call("PUT", "/account/authenticators/webauthn", { id, name });
