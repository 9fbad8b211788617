import type { components } from "@/api/schema";

export type Person = components["schemas"]["PersonOut"];
export type Membership = components["schemas"]["MembershipOut"];
export type Role = components["schemas"]["NewMembership"]["role"];
export type Invitation = components["schemas"]["InvitationOut"];
export type Language = "zh-hans" | "en";

/** Which roles a person of each kind of organisation may be given; the server has the last word. */
export const ROLES_OF_KIND: Record<string, readonly Role[]> = {
  body: ["ADM", "PM", "REV", "LA", "AU", "TE", "OBS", "DM", "QS"],
  client: ["CC", "CG"],
  authority: ["REG"],
};

export type Access = "active" | "invited" | "uninvited" | "inactive";

/** Whether and how somebody can sign in, as one word. */
export function accessOf(person: Person, invitations: readonly Invitation[]): Access {
  if (!person.is_active) return "inactive";
  if (person.has_account) return "active";
  const open = invitations.some(
    ({ person_id, state }) => person_id === person.id && state === "open",
  );
  return open ? "invited" : "uninvited";
}

/** Roles that hold today or will; ended ones are history. */
export const currentRoles = (person: Person) =>
  person.memberships.filter(({ ended_at, is_in_force, valid_from }) => {
    const starts = Date.parse(valid_from) > Date.now();
    return !ended_at && (is_in_force || starts);
  });
