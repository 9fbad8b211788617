import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";

import { show } from "../../../tests/render";
import { useServer } from "../../../tests/server";
import { SecurityPage } from "./SecurityPage";

const V1 = "/_allauth/browser/v1";
const PROOF = { status: 401, data: { flows: [{ id: "reauthenticate" }] } };
const LOGINS = [
  {
    id: 1,
    device: "Chrome · Windows",
    ip: "10.0.0.8",
    signed_in_at: "2026-11-22T01:00:00Z",
    last_seen_at: "2026-11-22T02:00:00Z",
    is_current: true,
  },
];

describe("own security", () => {
  const server = useServer();

  test("a change asks who is there, then goes on by itself", async () => {
    let proven = false;
    server.on("GET /api/identity/logins", () => ({ body: LOGINS }));
    server.on(`GET ${V1}/account/authenticators`, () => ({ body: { status: 200, data: [] } }));
    server.on(`POST ${V1}/auth/reauthenticate`, () => {
      proven = true;
      return { body: { status: 200 } };
    });
    server.on(`GET ${V1}/account/authenticators/totp`, () =>
      proven
        ? {
            status: 404,
            body: { status: 404, meta: { secret: "GEZDGNBV", totp_url: "otpauth://totp/x" } },
          }
        : { status: 401, body: PROOF },
    );
    await show(<SecurityPage />);
    await userEvent.click(await screen.findByRole("button", { name: /启用/ }));
    await userEvent.type(
      await screen.findByLabelText("密码", { selector: "input" }),
      "correct horse battery",
    );
    await userEvent.click(screen.getByRole("button", { name: "确认" }));
    expect(await screen.findByText("GEZDGNBV")).toBeTruthy();
  });

  test("closing the question leaves everything as it was, without an error", async () => {
    server.on("GET /api/identity/logins", () => ({ body: LOGINS }));
    server.on(`GET ${V1}/account/authenticators`, () => ({ body: { status: 200, data: [] } }));
    server.on(`GET ${V1}/account/authenticators/totp`, () => ({ status: 401, body: PROOF }));
    await show(<SecurityPage />);
    await userEvent.click(await screen.findByRole("button", { name: /启用/ }));
    await userEvent.click(await screen.findByRole("button", { name: "Close" }));
    await waitFor(() => expect(screen.queryByLabelText("密码", { selector: "input" })).toBeNull());
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("the present device is named and cannot be ended by accident", async () => {
    server.on("GET /api/identity/logins", () => ({ body: LOGINS }));
    server.on(`GET ${V1}/account/authenticators`, () => ({ body: { status: 200, data: [] } }));
    await show(<SecurityPage />);
    expect(await screen.findByText("Chrome · Windows")).toBeTruthy();
    expect(screen.getByText("本机")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "结束登录" })).toBeNull();
  });
});
