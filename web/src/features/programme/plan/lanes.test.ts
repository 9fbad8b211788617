import { expect, test } from "vitest";

import { clauseText, lanesOf } from "./lanes";
import type { Item } from "./types";

const item = (title: string, values: Partial<Item>): Item => ({
  id: title,
  line: null,
  kind: "work",
  title,
  site_id: null,
  site: "",
  scene: "",
  local_start: "2026-11-23T09:00",
  local_end: "2026-11-23T10:00",
  zone: "Asia/Shanghai",
  starts_at: "",
  ends_at: "",
  clauses: [],
  members: [],
  auditee: "",
  method: "",
  is_remote: false,
  ict_tool: "",
  version: 1,
  ...values,
});
const PEOPLE = [
  { id: "a", name: "陈静", note: "LA" },
  { id: "b", name: "王磊", note: "AU" },
];
const titles = (lanes: ReturnType<typeof lanesOf>) =>
  lanes.map(({ label, items }) => [label, items.map(({ title }) => title)]);

test("an item of two people stands in both lanes, one of nobody in a lane of its own", () => {
  const items = [item("首次会议", { members: ["a", "b"] }), item("生产", { members: [] })];
  expect(titles(lanesOf(items, "member", PEOPLE, "未指定"))).toEqual([
    ["陈静", ["首次会议"]],
    ["王磊", ["首次会议"]],
    ["未指定", ["生产"]],
  ]);
});

test("an item stands under every chapter and standard that it touches", () => {
  const clauses = [
    { scheme: "QMS", clause: "8.5" },
    { scheme: "QMS", clause: "8.2" },
    { scheme: "EMS", clause: "9.1.2" },
  ];
  const lanes = lanesOf([item("生产", { clauses })], "clause", PEOPLE, "其他");
  expect(lanes.map(({ label }) => label)).toEqual(["EMS 9", "QMS 8"]);
  expect(clauseText({ clauses })).toBe("QMS 8.5、8.2 · EMS 9.1.2");
});
