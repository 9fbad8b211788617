import { screen, waitFor } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";

import { show } from "../../../tests/render";
import { useServer } from "../../../tests/server";
import { Search } from "./Search";

const GROUPS = [
  {
    kind: "people",
    title: "人员",
    hits: [
      { key: "1", title: "陈静", subtitle: "审核组长", href: "/people/1" },
      { key: "2", title: "陈思", subtitle: "审核员", href: "/people/2" },
    ],
  },
  {
    kind: "organisations",
    title: "组织",
    hits: [{ key: "3", title: "陈氏精密", subtitle: "客户", href: "/organisations/3" }],
  },
];

describe("global search", () => {
  const server = useServer();

  test("is one key away, and a letter while somebody writes", async () => {
    server.on("GET /api/search", () => ({ body: [] }));
    await show(<Search />);
    await userEvent.keyboard("/");
    const box = screen.getByRole<HTMLInputElement>("combobox", { name: "全站搜索" });
    expect(document.activeElement).toBe(box);
    await userEvent.keyboard("a/b");
    expect(box.value).toBe("a/b");
  });

  test("groups what it finds; arrows choose across groups and Enter opens", async () => {
    server.on("GET /api/search", () => ({ body: GROUPS }));
    const { router } = await show(<Search />);
    await userEvent.type(screen.getByRole("combobox"), "陈");
    expect(await screen.findAllByRole("option")).toHaveLength(3);
    expect(screen.getAllByRole("group").map((group) => group.getAttribute("aria-label"))).toEqual([
      "人员",
      "组织",
    ]);
    await userEvent.keyboard("{ArrowDown}{ArrowDown}");
    expect(screen.getByRole("option", { selected: true }).textContent).toContain("陈氏精密");
    await userEvent.keyboard("{Enter}");
    await waitFor(() => expect(router.history.location.pathname).toBe("/organisations/3"));
    expect(screen.queryByRole("option")).toBeNull();
  });

  test("says that nothing was found", async () => {
    server.on("GET /api/search", () => ({ body: [] }));
    await show(<Search />);
    await userEvent.type(screen.getByRole("combobox"), "绿源");
    expect(await screen.findByText("没有找到“绿源”。")).toBeTruthy();
  });

  test("asks the server once the writer pauses, not on every key", async () => {
    server.on("GET /api/search", () => ({ body: GROUPS }));
    await show(<Search />);
    await userEvent.type(screen.getByRole("combobox"), "chenjing");
    await screen.findAllByRole("option");
    expect(server.calls.length).toBeLessThan(3);
  });
});
