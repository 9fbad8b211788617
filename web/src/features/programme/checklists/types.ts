import type { components } from "@/api/schema";

export type Checklist = components["schemas"]["ChecklistOut"];
export type CaseQuestion = components["schemas"]["CaseQuestionOut"];
export type Question = components["schemas"]["QuestionOut"];

type Clauses = readonly { scheme: string; clause: string }[];

/** `QMS 9.2、EMS 9.2`: as the library's workbook writes it. */
export const clausesText = (clauses: Clauses): string =>
  clauses.map(({ scheme, clause }) => `${scheme} ${clause}`).join("、");

/** Read back what somebody typed; what is no clause is left for the server to refuse. */
export const clausesOf = (text: string) =>
  text
    .split(/[、,，;；\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [scheme = "", ...rest] = part.split(/\s+/);
      return { scheme: scheme.toUpperCase(), clause: rest.join("") };
    });
