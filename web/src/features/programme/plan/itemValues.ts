import { clockOf, dayOf, later } from "./times";
import type { Board, Item, Kind, NewItem } from "./types";

/** What the form holds: day and clock apart, clauses as `QMS 8.5`. */
export interface ItemValues {
  kind: Kind;
  title: string;
  day: string;
  from: string;
  to: string;
  zone: string;
  site_id?: string | null;
  scene: string;
  clauses: string[];
  members: string[];
  auditee: string;
  method: string;
  is_remote: boolean;
  ict_tool: string;
  version?: number;
}

type Known = Partial<Item> | Partial<NewItem>;

/** Where an item ends that only has a beginning. */
const usualEnd = (start: string, kind?: string) => later(start, kind === "break" ? 15 : 60);

export function toValues(item: Known, site?: Board["sites"][number]): ItemValues {
  const start = item.local_start ?? "";
  const end = item.local_end || (start && usualEnd(start, item.kind));
  return {
    kind: (item.kind ?? "work") as Kind,
    title: item.title ?? "",
    day: dayOf(start),
    from: clockOf(start),
    to: clockOf(end),
    zone: item.zone ?? site?.zone ?? "Asia/Shanghai",
    site_id: item.site_id ?? (item.title === undefined ? site?.id : null) ?? null,
    scene: item.scene ?? "",
    clauses: (item.clauses ?? []).map(({ scheme, clause }) => `${scheme} ${clause}`),
    members: [...(item.members ?? [])],
    auditee: item.auditee ?? "",
    method: item.method ?? "",
    is_remote: item.is_remote ?? false,
    ict_tool: item.ict_tool ?? "",
  };
}

export function fromValues(values: ItemValues) {
  const { day, from, to, clauses, version: _, ...rest } = values;
  const start = `${day}T${from}`;
  const sameDay = `${day}T${to}`;
  return {
    ...rest,
    site_id: rest.site_id ?? null,
    scene: rest.scene ?? "",
    method: rest.method ?? "",
    ict_tool: rest.ict_tool ?? "",
    local_start: start,
    // An item that ends "before" it starts ends on the next day.
    local_end: to < from ? later(sameDay, 24 * 60) : sameDay,
    clauses: clauses.map((text) => {
      const [scheme = "", clause = ""] = text.split(" ");
      return { scheme, clause };
    }),
  };
}
