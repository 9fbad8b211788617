import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";

import { client } from "@/api/client";
import { show } from "../../../../tests/render";
import { useServer } from "../../../../tests/server";
import { SaveTime } from "../time/SaveTime";
import type { Proposed } from "../time/types";
import type { WhatIf } from "../time/useWhatIf";
import { QuoteEditor } from "./QuoteEditor";
import { ReviewCard } from "./ReviewCard";
import type { Application, Quote, Review } from "./types";

const ONE = "/api/programme/applications/7";
const REVIEW = {
  checks: { scope: { verdict: "yes", note: "" } },
  scope_codes: ["17.06"],
  audit_days: "5.0",
  days_reason: "",
  time: null,
  reviewer: "孙立",
  missing: [],
  version: 3,
} as unknown as Review;
const DRAFT = {
  id: "1",
  number: 1,
  state: "draft",
  currency: "CNY",
  lines: [
    { kind: "audit", text: "初次认证审核", quantity: "5.0", rate: "3000.00", amount: "15000" },
  ],
  tax_percent: "6.00",
  note: "",
  version: 1,
} as unknown as Quote;
const ROW = {
  id: "7",
  state: "reviewing",
  quotes: [DRAFT],
  review: REVIEW,
} as unknown as Application;

const stale = (current: object) => ({
  status: 409,
  body: { code: "stale", message: "赵敏华修改了此内容。", params: { current } },
});

describe("a form of applications that somebody else saved first", () => {
  const server = useServer();
  const sent = () => server.calls.filter(({ method }) => method !== "GET");

  test("the review: both verdicts are shown; mine goes out with the new version", async () => {
    const theirs = {
      ...REVIEW,
      checks: { scope: { verdict: "no", note: "代码不对" } },
      version: 4,
    };
    server.on(`PATCH ${ONE}/review`, () => stale(theirs));
    await show(<ReviewCard row={ROW} review={REVIEW} may onRow={() => undefined} />);
    await userEvent.click(screen.getByRole("button", { name: "保存评审" }));
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByText("赵敏华修改了此内容。")).toBeTruthy();
    expect(within(dialog).getByRole("row", { name: "范围和专业代码 符合 不符合" })).toBeTruthy();
    expect(within(dialog).queryByRole("row", { name: /17.06/ })).toBeNull();
    await userEvent.click(within(dialog).getByRole("button", { name: "保留我的修改" }));
    await userEvent.click(screen.getByRole("button", { name: "保存评审" }));
    await waitFor(() => expect(sent()).toHaveLength(2));
    expect(sent().map(({ body }) => (body as { version: number }).version)).toEqual([3, 4]);
  });

  test("the review: taking theirs fills the form with it", async () => {
    const theirs = {
      ...REVIEW,
      checks: { scope: { verdict: "no", note: "代码不对" } },
      version: 4,
    };
    server.on(`PATCH ${ONE}/review`, () => stale(theirs));
    await show(<ReviewCard row={ROW} review={REVIEW} may onRow={() => undefined} />);
    await userEvent.click(screen.getByRole("button", { name: "保存评审" }));
    const dialog = await screen.findByRole("dialog");
    await userEvent.click(within(dialog).getByRole("button", { name: "采用对方的版本" }));
    expect(await screen.findByDisplayValue("代码不对")).toBeTruthy();
  });

  test("the quote: lines are compared as people read them, and nothing is sent", async () => {
    const line = { ...DRAFT.lines[0], rate: "3200.00" };
    server.on(`PUT ${ONE}/quote`, () => stale({ ...DRAFT, lines: [line], version: 2 }));
    await show(<QuoteEditor row={ROW} onRow={() => undefined} />);
    await userEvent.click(screen.getByRole("button", { name: "发出报价" }));
    const dialog = await screen.findByRole("dialog");
    expect(
      within(dialog).getByRole("row", { name: /初次认证审核 5 × 3000 初次认证审核 5 × 3200/ }),
    ).toBeTruthy();
    expect(sent().map(({ path }) => path)).toEqual([`${ONE}/quote`]);
    await userEvent.click(within(dialog).getByRole("button", { name: "采用对方的版本" }));
    expect(await screen.findByDisplayValue("3200.00")).toBeTruthy();
  });

  test("audit time: days and choices are compared; mine goes out with the new number", async () => {
    const proposed = {
      schemes: [{ scheme: "EMS", complexity: "medium", factors: [] }],
      sites: [],
    } as unknown as Proposed;
    const whatIf = {
      choices: { schemes: proposed.schemes, sites: [], off_site_pct: 20 },
      result: { days: "5.00" },
      error: null,
      change: () => undefined,
      reset: () => undefined,
    } as unknown as WhatIf;
    const numbers: number[] = [];
    const theirs = {
      schemes: [{ scheme: "EMS", complexity: "high", factors: [] }],
      sites: [],
      off_site_pct: 20,
      version: 2,
      days: "7.5",
    };
    server.on("POST /api/programme/cases/7/time", () => stale(theirs));
    await show(
      <SaveTime
        whatIf={whatIf}
        number={1}
        proposed={proposed}
        options={{ complexity: {}, factors: [] }}
        save={async (body) => {
          numbers.push(body.number);
          const params = { path: { case_id: "7" } };
          return (await client.POST("/api/programme/cases/{case_id}/time", { params, body })).data
            ?.number;
        }}
        why={{ isNeeded: () => false, label: "为什么" }}
      />,
    );
    fireEvent.click(screen.getByRole("button", { name: /采用 5 人日/ }));
    const dialog = await screen.findByRole("dialog");
    expect(within(dialog).getByRole("row", { name: /5 7.5/ })).toBeTruthy();
    expect(within(dialog).getByRole("row", { name: /EMS 中 EMS 高/ })).toBeTruthy();
    await userEvent.click(within(dialog).getByRole("button", { name: "保留我的修改" }));
    fireEvent.click(screen.getByRole("button", { name: /采用 5 人日/ }));
    await waitFor(() => expect(numbers).toEqual([1, 2]));
  });
});
