import { client } from "@/api/client";
import type { Language, Role } from "./types";

export interface InviteValues {
  tenant_id: string;
  name: string;
  email: string;
  phone?: string;
  language?: Language;
  zone?: string;
  role: Role;
  valid_from?: string;
  valid_to?: string;
  send: boolean;
}

/** How far an invitation has come; what is done is not done twice when a later step is repeated. */
export interface Progress {
  personId?: string;
  hasRole?: boolean;
}

/** A person, their role, and the letter that lets them in: three steps that may fail apart. */
export async function invitePerson(values: InviteValues, progress: Progress): Promise<string> {
  const { role, valid_from, valid_to, send, ...person } = values;
  if (!progress.personId) {
    const { data } = await client.POST("/api/identity/people", { body: person });
    if (!data) throw new Error("an answer without content");
    progress.personId = data.id;
  }
  const { personId } = progress;
  if (!progress.hasRole) {
    const params = { path: { person_id: personId } };
    const body = { role, valid_from: valid_from || null, valid_to: valid_to || null };
    await client.POST("/api/identity/people/{person_id}/memberships", { params, body });
    progress.hasRole = true;
  }
  if (send) await client.POST("/api/identity/invitations", { body: { person_id: personId } });
  return personId;
}
