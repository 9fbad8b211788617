import type { components } from "@/api/schema";

export type Checklist = components["schemas"]["ChecklistOut"];
export type CaseQuestion = components["schemas"]["CaseQuestionOut"];
export type Question = components["schemas"]["QuestionOut"];

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
