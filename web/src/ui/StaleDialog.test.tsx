import { screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { describe, expect, test } from "vitest";

import { ApiError } from "@/lib/errors";
import { show } from "../../tests/render";
import { differences } from "./differences";
import { StaleDialog } from "./StaleDialog";

const LABELS = { name: "姓名", phone: "电话", zone: "时区" };
const MINE = { name: "陈静", phone: "138", zone: "Asia/Shanghai" };
const CURRENT = { name: "陈静", phone: "139", zone: "Asia/Urumqi", version: 4 };
const STALE = new ApiError(409, "stale", "李明修改了此内容。", {}, { current: CURRENT });

describe("a form that somebody else saved first", () => {
  test("compares only the fields of the form, in its order", () => {
    expect(differences(MINE, CURRENT, LABELS)).toEqual([
      { field: "phone", mine: "138", theirs: "139" },
      { field: "zone", mine: "Asia/Shanghai", theirs: "Asia/Urumqi" },
    ]);
  });

  test("looks into groups, by dotted names", () => {
    const mine = { bank: { holder: "华鉴", account: "6217" } };
    const theirs = { bank: { holder: "华鉴", account: "6222" } };
    const labels = { "bank.holder": "户名", "bank.account": "账号", "buyer.name": "付款方" };
    expect(differences(mine, theirs, labels)).toEqual([
      { field: "bank.account", mine: "6217", theirs: "6222" },
    ]);
  });

  test("treats an empty value and a missing one as the same", () => {
    expect(differences({ phone: "" }, { phone: null }, { phone: "电话" })).toEqual([]);
  });

  test("shows who changed what, and takes the version that was chosen", async () => {
    const chosen: unknown[] = [];
    await show(
      <StaleDialog
        error={STALE}
        mine={MINE}
        labels={LABELS}
        keepMine={(current) => chosen.push(["mine", current.version])}
        takeTheirs={(current) => chosen.push(["theirs", current.version])}
        onClose={() => undefined}
      />,
    );
    expect(screen.getByText("李明修改了此内容。")).toBeTruthy();
    expect(screen.getByRole("row", { name: /电话 138 139/ })).toBeTruthy();
    expect(screen.queryByRole("row", { name: /姓名/ })).toBeNull();
    await userEvent.click(screen.getByRole("button", { name: "保留我的修改" }));
    await userEvent.click(screen.getByRole("button", { name: "采用对方的版本" }));
    expect(chosen).toEqual([
      ["mine", 4],
      ["theirs", 4],
    ]);
  });
});
