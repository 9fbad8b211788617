import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";

import { show } from "../../../../tests/render";
import { useServer } from "../../../../tests/server";
import { ImportPage } from "./ImportPage";
import type { Import, Kind } from "./types";

const IMPORTS = "/api/identity/imports";
const BATCH: Import = {
  id: "7",
  kind: "people",
  file_name: "人员.xlsx",
  state: "checked",
  created_at: "2026-11-23T00:00:00Z",
  created_by: "沈知远",
  faulty: 1,
  rows: [
    { number: 2, values: { name: "陈星野", email: "chen@body.example" }, errors: {} },
    { number: 3, values: { name: "白露", email: "bai" }, errors: { email: "请填写邮箱。" } },
  ],
  kept: [],
  failure: "",
  total: 1,
  done: 0,
};
const column = (field: string, heading: string) => ({ field, heading });
const KINDS: Kind[] = [
  {
    name: "people",
    title: "人员",
    note: "不会发出邀请。",
    page: "/people",
    columns: [column("name", "姓名"), column("email", "邮箱")],
  },
  { name: "certificates", title: "证书", note: "", page: "/organisations", columns: [] },
];
const nothing = { items: [], total: 0, page: 1, size: 20 };
const sheet = (name = "人员.xlsx") => new File(["PK"], name);

async function choose(file: File) {
  const place = document.querySelector<HTMLInputElement>("input[type=file]");
  await userEvent.upload(place as HTMLInputElement, file, { applyAccept: false });
}

describe("importing from Excel", () => {
  const server = useServer();
  let stored = BATCH;

  function installed(batch: Import = BATCH) {
    stored = batch;
    server.on(`GET ${IMPORTS}`, () => ({ body: nothing }));
    server.on(`GET ${IMPORTS}/kinds`, () => ({ body: KINDS }));
    server.on(`POST ${IMPORTS}`, () => ({ status: 201, body: stored }));
    server.on(`GET ${IMPORTS}/7`, () => ({ body: stored }));
    server.on(`POST ${IMPORTS}/7/confirm`, () => {
      stored = { ...stored, state: "confirmed" };
      return { body: stored };
    });
    server.on(`POST ${IMPORTS}/7/undo`, () => {
      stored = { ...stored, state: "undone", kept: [{ number: 2, why: "此人已可登录。" }] };
      return { body: stored };
    });
  }
  const sent = () => server.calls.filter(({ method }) => method === "POST");

  test("begins with a template, and says so where nothing was imported yet", async () => {
    installed();
    await show(<ImportPage />, "/import?kind=certificates");
    const template = await screen.findByRole("link", { name: /下载“证书”模板/ });
    expect(template.getAttribute("href")).toBe(`${IMPORTS}/template?kind=certificates`);
    expect(await screen.findByText("还没有导入过")).toBeTruthy();
  });

  test("an odd kind in the address means the first one", async () => {
    installed();
    await show(<ImportPage />, "/import?kind=wolves");
    expect(await screen.findByRole("link", { name: /下载“人员”模板/ })).toBeTruthy();
  });

  test("a file that is no workbook is refused with what to do, and never sent", async () => {
    installed();
    await show(<ImportPage />);
    await screen.findByText(/拖到这里/);
    await choose(sheet("人员.xls"));
    expect((await screen.findByRole("alert")).textContent).toContain("另存为 .xlsx");
    expect(sent()).toEqual([]);
  });

  test("the server's refusal is shown, and another file can be chosen at once", async () => {
    installed();
    const message = "工作簿过大：最多 5000 行、5 MB。请拆分后分批上传。";
    server.on(`POST ${IMPORTS}`, () => ({
      status: 413,
      body: { code: "workbook_too_large", message },
    }));
    await show(<ImportPage />);
    await screen.findByText(/拖到这里/);
    await choose(sheet());
    expect((await screen.findByRole("alert")).textContent).toContain(message);
    expect(screen.getByText(/拖到这里/)).toBeTruthy();
  });

  test("a checked workbook shows row, column, content and sentence of every fault", async () => {
    installed();
    const { router } = await show(<ImportPage />);
    await screen.findByText(/拖到这里/);
    await choose(sheet());
    const table = await screen.findByRole("table", { name: "有错误的单元格" });
    for (const text of ["第 3 行", "邮箱", "bai", "请填写邮箱。"]) {
      expect(within(table).getByText(text)).toBeTruthy();
    }
    expect(router.state.location.search).toMatchObject({ import: "7" });
    expect(sent().map(({ path }) => path)).toEqual([`${IMPORTS}?kind=people`]);
  });

  test("confirming writes the right rows; undoing says what stays and why", async () => {
    installed();
    await show(<ImportPage />, "/import?import=7");
    await userEvent.click(await screen.findByRole("button", { name: "导入 1 行" }));
    expect(await screen.findByText(/已导入 1 行；跳过有错误的 1 行/)).toBeTruthy();
    await userEvent.click(screen.getByRole("button", { name: "撤销导入" }));
    expect(await screen.findByText(/1 行此后已被使用/)).toBeTruthy();
    expect(screen.getByText("此人已可登录。")).toBeTruthy();
    expect(screen.queryByRole("button", { name: "撤销导入" })).toBeNull();
  });

  test("many rows: the page says how far the jobs are, and shows the outcome by itself", async () => {
    installed({ ...BATCH, state: "confirming", rows: [], done: 1_200, total: 4_960 });
    await show(<ImportPage />, "/import?import=7");
    expect(await screen.findByText(/已写入 1200 \/ 4960 行/)).toBeTruthy();
    expect(screen.getByRole("progressbar").getAttribute("aria-valuenow")).toBe("24");
    stored = { ...BATCH, state: "confirmed" };
    expect(await screen.findByText(/已导入 1 行/, {}, { timeout: 3_000 })).toBeTruthy();
  });

  test("when it came to nothing the page says why, and the rows can be confirmed again", async () => {
    installed({ ...BATCH, failure: "该机构已有人使用此邮箱。" });
    await show(<ImportPage />, "/import?import=7");
    expect(await screen.findByText(/没有写入任何内容.*该机构已有人使用此邮箱/)).toBeTruthy();
    expect(screen.getByRole("button", { name: "导入 1 行" })).toBeTruthy();
  });

  test("where no row is right there is nothing to confirm", async () => {
    installed({ ...BATCH, rows: BATCH.rows.slice(1) });
    await show(<ImportPage />, "/import?import=7");
    expect(await screen.findByText(/没有可以导入的行/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^导入/ })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "换一个文件" }));
    await waitFor(() => expect(screen.getByText(/拖到这里/)).toBeTruthy());
  });
});
