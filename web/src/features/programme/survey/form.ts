import { createContext, useContext } from "react";

import type { Answers, Difference, Place, Questionnaire, Remark } from "./types";

/** What every part of the form needs: the answers, how to change them, what is said of them. */
export interface Form {
  answers: Answers;
  change: (part: Partial<Answers>) => void;
  asked: Questionnaire;
  places: readonly Place[];
  /** What is missing; empty until the writer wants to hand in. */
  gaps: readonly Remark[];
  warnings: readonly Remark[];
  differences: readonly Difference[];
}

const FormContext = createContext<Form | null>(null);
export const FormProvider = FormContext.Provider;

export function useForm(): Form {
  const form = useContext(FormContext);
  if (!form) throw new Error("outside a survey's form");
  return form;
}

/** The entry's place in the page, so that a list of what is missing can lead there. */
export const anchorOf = (path: string) => `answer-${path}`;
