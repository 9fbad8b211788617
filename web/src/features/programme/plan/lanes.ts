import type { Item, LaneBy } from "./types";

export interface Lane {
  key: string;
  label: string;
  /** A second, quieter word: a role. */
  note?: string;
  items: Item[];
}

export interface Person {
  id: string;
  name: string;
  note: string;
}

/** The items of a day in lanes; people and sites have one even when there is nothing in it. */
export function lanesOf(
  items: readonly Item[],
  by: LaneBy,
  people: readonly Person[],
  nobody: string,
): Lane[] {
  if (by === "member") return memberLanes(items, people, nobody);
  const keysOf = by === "clause" ? clauseKeys : (item: Item) => [item.site];
  const lanes = new Map<string, Lane>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      const lane = lanes.get(key) ?? { key, label: key || nobody, items: [] };
      lane.items.push(item);
      lanes.set(key, lane);
    }
  }
  return [...lanes.values()].toSorted((one, two) => one.key.localeCompare(two.key));
}

function memberLanes(items: readonly Item[], people: readonly Person[], nobody: string): Lane[] {
  const lanes: Lane[] = people.map(({ id, name, note }) => ({
    key: id,
    label: name,
    note,
    items: items.filter(({ members }) => members.includes(id)),
  }));
  const known = new Set(people.map(({ id }) => id));
  const rest = items.filter(({ members }) => !members.some((id) => known.has(id)));
  if (rest.length > 0) lanes.push({ key: "", label: nobody, items: rest });
  return lanes;
}

/** An item stands under each scheme and chapter that it touches: `QMS 8`. */
function clauseKeys({ clauses }: Item): string[] {
  if (clauses.length === 0) return [""];
  return [
    ...new Set(
      clauses.map(({ scheme, clause }) =>
        /^[\dA]/.test(clause) ? `${scheme} ${clause.split(".")[0]}` : scheme,
      ),
    ),
  ];
}

/** `QMS 8.5、9.2`: clauses of an item in one line. */
export function clauseText(item: Pick<Item, "clauses">): string {
  const schemes = [...new Set(item.clauses.map(({ scheme }) => scheme))];
  return schemes
    .map((scheme) => {
      const codes = item.clauses.filter((each) => each.scheme === scheme && each.clause !== "mark");
      return `${scheme} ${codes.map(({ clause }) => clause).join("、")}`.trim();
    })
    .join(" · ");
}
