/** Passkeys: the browser's dialogue between the JSON of the server and the JSON it wants back. */

export const passkeysWork = () =>
  typeof PublicKeyCredential !== "undefined" &&
  typeof PublicKeyCredential.parseRequestOptionsFromJSON === "function";

interface Options<T> {
  publicKey: T;
}

/** The person closed the dialogue or has no passkey here: nothing went wrong. */
export function wasCancelled(error: unknown): boolean {
  return error instanceof DOMException && ["NotAllowedError", "AbortError"].includes(error.name);
}

export async function askPasskey(options: unknown): Promise<unknown> {
  const { publicKey } = options as Options<PublicKeyCredentialRequestOptionsJSON>;
  const parsed = PublicKeyCredential.parseRequestOptionsFromJSON(publicKey);
  return asJson(await navigator.credentials.get({ publicKey: parsed }));
}

export async function createPasskey(options: unknown): Promise<unknown> {
  const { publicKey } = options as Options<PublicKeyCredentialCreationOptionsJSON>;
  const parsed = PublicKeyCredential.parseCreationOptionsFromJSON(publicKey);
  return asJson(await navigator.credentials.create({ publicKey: parsed }));
}

function asJson(credential: Credential | null): unknown {
  if (!(credential instanceof PublicKeyCredential)) throw new DOMException("", "NotAllowedError");
  return credential.toJSON();
}
