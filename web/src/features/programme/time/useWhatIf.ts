import { useEffect, useState } from "react";

import { client } from "@/api/client";
import { ApiError } from "@/lib/errors";
import { type Choices, choicesOf, type Proposed, type Result } from "./types";

const PAUSE = 300;

export interface WhatIf {
  choices: Choices;
  change: (part: Partial<Choices>) => void;
  result: Result | undefined;
  error: unknown;
  fields: Record<string, string>;
  isTouched: boolean;
  reset: () => void;
}

/** Choices tried out on the server as they are made; nothing is saved. */
export function useWhatIf(caseId: string, proposed: Proposed): WhatIf {
  const [changes, setChanges] = useState<Partial<Choices>>({});
  const choices = { ...choicesOf(proposed), ...changes };
  const [answer, setAnswer] = useState<{ result?: Result; error?: unknown }>({});
  const asked = JSON.stringify(choices);
  useEffect(() => {
    let isLatest = true;
    const timer = window.setTimeout(() => {
      const params = { path: { case_id: caseId } };
      client
        .POST("/api/programme/cases/{case_id}/time/preview", {
          params,
          body: JSON.parse(asked) as Choices,
        })
        .then(({ data }) => isLatest && data && setAnswer({ result: data }))
        .catch((error: unknown) => isLatest && setAnswer((last) => ({ ...last, error })));
    }, PAUSE);
    return () => {
      isLatest = false;
      window.clearTimeout(timer);
    };
  }, [asked, caseId]);
  return {
    choices,
    change: (part) => setChanges((last) => ({ ...last, ...part })),
    result: answer.result,
    error: answer.error,
    fields: answer.error instanceof ApiError ? answer.error.fields : {},
    isTouched: Object.keys(changes).length > 0,
    reset: () => setChanges({}),
  };
}
