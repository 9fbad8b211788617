import { describe, expect, test } from "vitest";

import { ApiError } from "@/lib/errors";
import { useServer } from "../../tests/server";
import { allauth, pendingFactors, wantsProof } from "./allauth";

const LOGIN = "POST /_allauth/browser/v1/auth/login";

describe("the sign-in API", () => {
  const server = useServer();

  test("sends the CSRF cookie as it is now, and the language of the page", async () => {
    document.cookie = "csrftoken=fresh; path=/";
    server.on(LOGIN, () => ({ body: { status: 200 } }));
    await allauth("POST", "/auth/login", { email: "a@b.cn", password: "x" });
    const [call] = server.calls;
    expect(call?.headers.get("X-CSRFToken")).toBe("fresh");
    expect(call?.headers.get("Accept-Language")).toMatch(/^(zh-hans|en)$/);
  });

  test("takes 401 as a next step, not as a fault", async () => {
    const flows = [{ id: "mfa_authenticate", is_pending: true, types: ["totp", "recovery_codes"] }];
    server.on(LOGIN, () => ({ status: 401, body: { status: 401, data: { flows } } }));
    const answer = await allauth("POST", "/auth/login", {});
    expect(pendingFactors(answer)).toEqual(["totp", "recovery_codes"]);
    expect(wantsProof(answer)).toBe(false);
  });

  test("recognises that a fresh proof is wanted", async () => {
    const flows = [{ id: "reauthenticate" }, { id: "mfa_reauthenticate" }];
    server.on(LOGIN, () => ({ status: 401, body: { status: 401, data: { flows } } }));
    expect(wantsProof(await allauth("POST", "/auth/login", {}))).toBe(true);
  });

  test("puts each complaint at its field and says the first as a whole", async () => {
    const errors = [{ code: "email_password_mismatch", message: "密码不对。", param: "password" }];
    server.on(LOGIN, () => ({ status: 400, body: { status: 400, errors } }));
    const refusal = await allauth("POST", "/auth/login", {}).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ message: "密码不对。", fields: { password: "密码不对。" } });
  });

  test("shows the sentence of our own refusals too", async () => {
    const body = { code: "too_many_requests", message: "请 60 秒后再试。" };
    server.on(LOGIN, () => ({ status: 429, body }));
    await expect(allauth("POST", "/auth/login", {})).rejects.toThrow("请 60 秒后再试。");
  });

  test("says in words that nobody answered", async () => {
    server.on(LOGIN, () => {
      throw new TypeError("network");
    });
    const refusal = await allauth("POST", "/auth/login", {}).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(ApiError);
    expect(refusal).toMatchObject({ status: 0, code: "no_answer" });
  });
});
