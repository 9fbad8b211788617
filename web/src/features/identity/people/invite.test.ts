import { describe, expect, test } from "vitest";

import { useServer } from "../../../../tests/server";
import { invitePerson, type InviteValues, type Progress } from "./invite";
import { accessOf, currentRoles, type Invitation, type Person } from "./types";

const VALUES: InviteValues = {
  tenant_id: "t1",
  name: "方雨桐",
  email: "fang@example.cn",
  role: "AU",
  send: true,
};

const membership = (part: object) => ({
  id: "m",
  role: "AU",
  scope: "",
  valid_from: "2024-01-01",
  valid_to: null,
  ended_at: null,
  is_in_force: true,
  ...part,
});

const person = (part: Partial<Person>): Person => ({
  id: "p1",
  tenant_id: "t1",
  name: "方雨桐",
  email: "fang@example.cn",
  phone: "",
  language: "zh-hans",
  zone: "Asia/Shanghai",
  is_active: true,
  has_account: false,
  version: 1,
  memberships: [],
  ...part,
});

describe("inviting somebody", () => {
  const server = useServer();

  test("makes the person, gives the role and sends the letter, in this order", async () => {
    server.on("POST /api/identity/people", () => ({ status: 201, body: { id: "p1" } }));
    server.on("POST /api/identity/people/p1/memberships", () => ({ status: 201 }));
    server.on("POST /api/identity/invitations", () => ({ status: 201 }));
    expect(await invitePerson(VALUES, {})).toBe("p1");
    expect(server.calls.map(({ path }) => path)).toEqual([
      "/api/identity/people",
      "/api/identity/people/p1/memberships",
      "/api/identity/invitations",
    ]);
  });

  test("goes on where it stopped: nobody is made twice", async () => {
    const progress: Progress = {};
    let mailWorks = false;
    server.on("POST /api/identity/people", () => ({ status: 201, body: { id: "p1" } }));
    server.on("POST /api/identity/people/p1/memberships", () => ({ status: 201 }));
    server.on("POST /api/identity/invitations", () =>
      mailWorks
        ? { status: 201 }
        : { status: 409, body: { code: "conflict", message: "稍后再试。" } },
    );
    await expect(invitePerson(VALUES, progress)).rejects.toThrow("稍后再试。");
    mailWorks = true;
    await invitePerson(VALUES, progress);
    expect(server.calls.filter(({ path }) => path === "/api/identity/people")).toHaveLength(1);
    expect(server.calls.filter(({ path }) => path.endsWith("/memberships"))).toHaveLength(1);
  });

  test("sends no letter when none is wanted", async () => {
    server.on("POST /api/identity/people", () => ({ status: 201, body: { id: "p1" } }));
    server.on("POST /api/identity/people/p1/memberships", () => ({ status: 201 }));
    await invitePerson({ ...VALUES, send: false }, {});
    expect(server.calls.some(({ path }) => path === "/api/identity/invitations")).toBe(false);
  });
});

describe("what is known of a person", () => {
  const open = [{ person_id: "p1", state: "open" }] as Invitation[];

  test("their way in is one word", () => {
    expect(accessOf(person({ has_account: true }), [])).toBe("active");
    expect(accessOf(person({}), open)).toBe("invited");
    expect(accessOf(person({}), [])).toBe("uninvited");
    expect(accessOf(person({ is_active: false, has_account: true }), open)).toBe("inactive");
  });

  test("roles are those of today and to come, not the ended ones", () => {
    const memberships = [
      membership({ id: "now" }),
      membership({ id: "soon", is_in_force: false, valid_from: "2999-01-01" }),
      membership({ id: "over", is_in_force: false, valid_to: "2024-02-01" }),
      membership({ id: "revoked", is_in_force: false, ended_at: "2024-02-01T00:00:00Z" }),
    ];
    expect(currentRoles(person({ memberships })).map(({ id }) => id)).toEqual(["now", "soon"]);
  });
});
