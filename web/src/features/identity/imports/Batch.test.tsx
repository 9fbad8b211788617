import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";

import { show } from "../../../../tests/render";
import { useServer } from "../../../../tests/server";
import { Batch } from "./Batch";
import type { Import } from "./types";

const RIGHT = { number: 2, values: { name: "陈星野", email: "chen@example.cn" }, errors: {} };
const WRONG = {
  number: 3,
  values: { name: "王", email: "wang" },
  errors: { email: "邮箱地址不完整。" },
};

const batch = (part: Partial<Import>): Import => ({
  id: "b1",
  kind: "people",
  file_name: "人员.xlsx",
  state: "checked",
  created_at: "2026-11-22T00:00:00Z",
  created_by: "林晓峰",
  faulty: 1,
  rows: [RIGHT, WRONG],
  kept: [],
  ...part,
});

describe("a workbook that was read", () => {
  const server = useServer();

  test("shows the wrong rows first, each fault at its cell, and imports only the right ones", async () => {
    let state = "checked";
    server.on("GET /api/identity/imports/b1", () => ({ body: batch({ state }) }));
    server.on("POST /api/identity/imports/b1/confirm", () => {
      state = "confirmed";
      return { body: batch({ state }) };
    });
    await show(<Batch id="b1" onClose={() => undefined} />);
    expect(await screen.findByText("邮箱地址不完整。")).toBeTruthy();
    const [, first] = screen.getAllByRole("row");
    expect(first?.textContent).toContain("有误");
    await userEvent.click(screen.getByRole("button", { name: "导入 1 行" }));
    expect(await screen.findByText("已导入 1 行。")).toBeTruthy();
    expect(screen.getByRole("button", { name: "撤销此次导入" })).toBeTruthy();
  });

  test("with nothing right there is nothing to confirm", async () => {
    server.on("GET /api/identity/imports/b1", () => ({ body: batch({ rows: [WRONG] }) }));
    await show(<Batch id="b1" onClose={() => undefined} />);
    expect(await screen.findByText(/全部有误/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^导入/ })).toBeNull();
  });

  test("undone, it says which rows stayed and why", async () => {
    const kept = [{ number: 2, why: "此人已登录过。" }];
    server.on("GET /api/identity/imports/b1", () => ({ body: batch({ state: "undone", kept }) }));
    await show(<Batch id="b1" onClose={() => undefined} />);
    await waitFor(() => expect(screen.getByText("第 2 行保留：此人已登录过。")).toBeTruthy());
  });
});
