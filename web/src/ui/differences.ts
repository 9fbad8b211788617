/** One field in which my version and the stored one differ. */
export interface Difference {
  field: string;
  mine: string;
  theirs: string;
}

const show = (value: unknown): string => {
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
};

/** The value of a field; `a.b` is field b of group a. */
const at = (row: Record<string, unknown>, field: string): unknown =>
  field
    .split(".")
    .reduce<unknown>(
      (found, name) => (found as Record<string, unknown> | null | undefined)?.[name],
      row,
    );

/** The fields named in `labels` whose values differ, in the order of the form. */
export function differences(
  mine: Record<string, unknown>,
  theirs: Record<string, unknown>,
  labels: Record<string, string>,
): Difference[] {
  return Object.keys(labels)
    .filter((field) => at(mine, field) !== undefined)
    .map((field) => ({ field, mine: show(at(mine, field)), theirs: show(at(theirs, field)) }))
    .filter(({ mine: one, theirs: other }) => one !== other);
}
