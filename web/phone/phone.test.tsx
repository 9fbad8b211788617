import { render, screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, test } from "vitest";

import { language } from "@/lib/preferences";
import { useServer } from "../tests/server";
import { loudness, troubleOf } from "./camera";
import { linkToken } from "./guest";
import { PhoneApp } from "./PhoneApp";
import { WORDS } from "./words";

const LOOK = "POST /api/identity/guest-links/look";
const OPEN = "POST /api/identity/guest-links/open";
const SEEN = {
  name: "李工",
  organisation: "中鉴认证有限公司",
  organisation_en: "Zhongjian Certification",
  expires_at: "2026-11-25T10:00:00Z",
};

describe("the phone of a guest", () => {
  const server = useServer();

  beforeEach(() => {
    language.set("zh-hans");
    window.location.hash = "#token-of-the-link";
  });

  test("shows whom it is for, then lets them in with one touch", async () => {
    server.on(LOOK, () => ({ body: SEEN }));
    server.on(OPEN, () => ({ status: 200 }));
    render(<PhoneApp />);
    expect(await screen.findByText("中鉴认证有限公司")).toBeTruthy();
    expect(screen.getByText("李工")).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "进入" }));
    expect(await screen.findByText("您已进入")).toBeTruthy();
    expect(server.calls.map(({ body }) => body)).toEqual([
      { token: "token-of-the-link" },
      { token: "token-of-the-link" },
    ]);
  });

  test("a dead link says why and whom to ask, with nothing to retry", async () => {
    server.on(LOOK, () => ({
      status: 410,
      body: { code: "link_used", message: "此链接已在另一台设备上使用。" },
    }));
    render(<PhoneApp />);
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toContain("此链接已在另一台设备上使用。");
    expect(alert.textContent).toContain("请联系邀请您的人");
    expect(screen.queryByRole("button", { name: "重试" })).toBeNull();
  });

  test("without a network it says so and tries again when asked", async () => {
    let reachable = false;
    server.on(LOOK, () => {
      if (!reachable) throw new TypeError("network");
      return { body: SEEN };
    });
    render(<PhoneApp />);
    const retry = await screen.findByRole("button", { name: "重试" });
    reachable = true;
    await userEvent.click(retry);
    expect(await screen.findByText("李工")).toBeTruthy();
  });

  test("speaks the other language at a touch", async () => {
    server.on(LOOK, () => ({ body: SEEN }));
    render(<PhoneApp />);
    await userEvent.click(await screen.findByRole("button", { name: "English" }));
    await waitFor(() => expect(screen.getByText("Zhongjian Certification")).toBeTruthy());
    expect(screen.getByRole("button", { name: "Join" })).toBeTruthy();
  });

  test("without a link it says how to get one", () => {
    window.location.hash = "";
    render(<PhoneApp />);
    expect(screen.getByText("请用收到的链接打开")).toBeTruthy();
  });

  test("finds the token behind the hash or in the path", () => {
    expect(linkToken({ hash: "#abc", pathname: "/guest" })).toBe("abc");
    expect(linkToken({ hash: "", pathname: "/m/abc" })).toBe("abc");
    expect(linkToken({ hash: "", pathname: "/m" })).toBe("");
  });

  test("names what is wrong with the camera", () => {
    expect(troubleOf(new DOMException("", "NotAllowedError"))).toBe("refused");
    expect(troubleOf(new DOMException("", "NotFoundError"))).toBe("none");
    expect(troubleOf(new DOMException("", "NotReadableError"))).toBe("busy");
  });

  test("shows silence as nothing and shouting as everything", () => {
    expect(loudness(new Float32Array(128))).toBe(0);
    expect(loudness(new Float32Array(128).fill(1))).toBe(1);
  });

  test("has the same words in both languages", () => {
    expect(Object.keys(WORDS.en)).toEqual(Object.keys(WORDS["zh-hans"]));
    expect(Object.values(WORDS.en).filter((text) => text.trim() === "")).toEqual([]);
  });
});
