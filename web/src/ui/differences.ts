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

/** The fields named in `labels` whose values differ, in the order of the form. */
export function differences(
  mine: Record<string, unknown>,
  theirs: Record<string, unknown>,
  labels: Record<string, string>,
): Difference[] {
  return Object.keys(labels)
    .filter((field) => field in mine)
    .map((field) => ({ field, mine: show(mine[field]), theirs: show(theirs[field]) }))
    .filter(({ mine: one, theirs: other }) => one !== other);
}
