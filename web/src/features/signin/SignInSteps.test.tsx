import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";

import { show } from "../../../tests/render";
import { useServer } from "../../../tests/server";
import { SignInSteps } from "./SignInSteps";

const AUTH = "/_allauth/browser/v1/auth";
const SECOND = {
  status: 401,
  data: {
    flows: [{ id: "mfa_authenticate", is_pending: true, types: ["totp", "recovery_codes"] }],
  },
};

async function fillPassword(): Promise<void> {
  await userEvent.type(screen.getByLabelText("电子邮箱"), "chenjing@example.cn");
  await userEvent.type(screen.getByLabelText("密码"), "correct horse battery");
  await userEvent.click(screen.getByRole("button", { name: "登录" }));
}

describe("signing in", () => {
  const server = useServer();

  test("with e-mail and password", async () => {
    server.on(`POST ${AUTH}/login`, () => ({ body: { status: 200 } }));
    let done = 0;
    await show(<SignInSteps onDone={() => (done += 1)} />);
    await fillPassword();
    await waitFor(() => expect(done).toBe(1));
    expect(server.calls[0]?.body).toEqual({
      email: "chenjing@example.cn",
      password: "correct horse battery",
    });
  });

  test("a wrong password is said in words, and what was typed stays", async () => {
    const errors = [{ code: "email_password_mismatch", message: "邮箱或密码不正确。" }];
    server.on(`POST ${AUTH}/login`, () => ({ status: 400, body: { status: 400, errors } }));
    await show(<SignInSteps onDone={() => undefined} />);
    await fillPassword();
    expect((await screen.findByRole("alert")).textContent).toContain("邮箱或密码不正确。");
    expect(screen.getByLabelText<HTMLInputElement>("电子邮箱").value).toBe("chenjing@example.cn");
  });

  test("a second factor is asked when the account has one", async () => {
    server.on(`POST ${AUTH}/login`, () => ({ status: 401, body: SECOND }));
    server.on(`POST ${AUTH}/2fa/authenticate`, () => ({ body: { status: 200 } }));
    let done = 0;
    await show(<SignInSteps onDone={() => (done += 1)} />);
    await fillPassword();
    await userEvent.type(await screen.findByLabelText("验证码"), "123456");
    await userEvent.click(screen.getByRole("button", { name: "验证并登录" }));
    await waitFor(() => expect(done).toBe(1));
    expect(server.calls.at(-1)?.body).toEqual({ code: "123456" });
  });

  test("a recovery code takes the place of the phone", async () => {
    server.on(`POST ${AUTH}/login`, () => ({ status: 401, body: SECOND }));
    await show(<SignInSteps onDone={() => undefined} />);
    await fillPassword();
    await userEvent.click(await screen.findByRole("button", { name: "改用恢复码" }));
    expect(screen.getByLabelText("恢复码")).toBeTruthy();
  });

  test("coming back to a page keeps the address of the same person", async () => {
    await show(<SignInSteps email="chenjing@example.cn" fixedEmail onDone={() => undefined} />);
    expect(screen.getByLabelText<HTMLInputElement>("电子邮箱").readOnly).toBe(true);
  });
});
