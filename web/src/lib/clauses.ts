/** One clause of one scheme's standard, as the API writes it. */
export interface ClauseRef {
  scheme: string;
  clause: string;
}

/** `QMS 9.2、EMS 9.2`: as people cite them, and as the workbooks write them. */
export const clausesText = (clauses: readonly ClauseRef[]): string =>
  clauses.map(({ scheme, clause }) => `${scheme} ${clause}`).join("、");
