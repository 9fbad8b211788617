import { describe, expect, test } from "vitest";

import { ApiError } from "@/lib/errors";
import { useServer } from "../../tests/server";
import { client } from "./client";
import { holds } from "./me";
import { worthRetrying } from "./queries";
import { signedOut } from "./signedOut";

const ME = "GET /api/identity/me";

describe("the API client", () => {
  const server = useServer();

  test("turns a refusal into its sentence with its fields", async () => {
    const body = {
      code: "invalid_input",
      message: "有 1 项填写有误。",
      fields: { name: "此项必填。" },
    };
    server.on("PATCH /api/identity/me", () => ({ status: 422, body }));
    const refusal = await client
      .PATCH("/api/identity/me", { body: { version: 1 } })
      .catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ApiError);
    expect(refusal).toMatchObject({ status: 422, fields: { name: "此项必填。" } });
  });

  test("sends the CSRF token only with what changes something", async () => {
    document.cookie = "csrftoken=abc; path=/";
    server.on(ME, () => ({ body: {} }));
    server.on("PATCH /api/identity/me", () => ({ body: {} }));
    await client.GET("/api/identity/me");
    await client.PATCH("/api/identity/me", { body: { version: 1 } });
    expect(server.calls.map(({ headers }) => headers.get("X-CSRFToken"))).toEqual([null, "abc"]);
  });

  test("notices that the login has ended", async () => {
    signedOut.set(false);
    server.on(ME, () => ({
      status: 401,
      body: { code: "login_expired", message: "登录已过期。" },
    }));
    await expect(client.GET("/api/identity/me")).rejects.toThrow("登录已过期。");
    expect(signedOut.get()).toBe(true);
  });

  test("asks again only when nobody answered or the server restarts", () => {
    const refused = new ApiError(403, "not_permitted", "");
    const restarting = new ApiError(503, "unavailable", "");
    expect(worthRetrying(0, refused)).toBe(false);
    expect(worthRetrying(0, restarting)).toBe(true);
    expect(worthRetrying(0, new TypeError("network"))).toBe(true);
    expect(worthRetrying(2, restarting)).toBe(false);
  });

  test("a right narrowed by a qualifier is still a right; another one is not", () => {
    const rights = { people: ["R", "U(own)"] };
    expect(holds(rights, "people", "U")).toBe(true);
    expect(holds(rights, "people", "C")).toBe(false);
    expect(holds(rights, "journal", "R")).toBe(false);
  });
});
