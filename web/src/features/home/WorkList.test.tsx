import { screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";

import { dayIn } from "@/lib/instant";
import { show } from "../../../tests/render";
import { useServer } from "../../../tests/server";
import { dueOf } from "./due";
import { WorkList } from "./WorkList";

const ZONE = "Asia/Shanghai";
const TODAY = dayIn(ZONE);
const item = (key: string, due: string | null) => ({
  key,
  due,
  title: `事项${key}`,
  verb: `去处理${key}`,
  href: `/people/${key}`,
  subject: "华远精密",
});

describe("what waits for me", () => {
  const server = useServer();

  test("is a list with a verb per row, and says how many are overdue", async () => {
    server.on("GET /api/work", () => ({
      body: [item("1", "2020-01-01"), item("2", TODAY), item("3", null)],
    }));
    await show(<WorkList zone={ZONE} />);
    expect(await screen.findByText("1 项逾期")).toBeTruthy();
    expect(screen.getByText("今天")).toBeTruthy();
    expect(screen.getByText("不限")).toBeTruthy();
    const link = screen.getByRole("link", { name: /去处理1 事项1/ });
    expect(link.getAttribute("href")).toBe("/people/1");
  });

  test("says what happens next when nothing waits", async () => {
    server.on("GET /api/work", () => ({ body: [] }));
    await show(<WorkList zone={ZONE} />);
    expect(await screen.findByText("没有等您处理的事项")).toBeTruthy();
  });

  test("a failure is a sentence, not an empty list", async () => {
    server.on("GET /api/work", () => ({
      status: 500,
      body: { code: "incident", message: "编号 A1。" },
    }));
    await show(<WorkList zone={ZONE} />);
    expect((await screen.findByRole("alert")).textContent).toContain("编号 A1。");
    expect(screen.queryByText("没有等您处理的事项")).toBeNull();
  });

  test("a due date is said as people say it", () => {
    expect(dueOf("2026-11-20", "2026-11-22")).toEqual({ is: "overdue", days: 2 });
    expect(dueOf("2026-11-22", "2026-11-22")).toEqual({ is: "today" });
    expect(dueOf("2026-11-23", "2026-11-22")).toEqual({ is: "tomorrow" });
    expect(dueOf("2026-12-24", "2026-11-22")).toEqual({ is: "later", date: "2026-12-24" });
    expect(dueOf(null, "2026-11-22")).toEqual({ is: "open" });
  });
});
