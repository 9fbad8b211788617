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

export type Preview = (id: string, choices: Choices) => Promise<Result | undefined>;

/** Of a case. */
export const ofCase: Preview = async (id, body) => {
  const params = { path: { case_id: id } };
  const path = "/api/programme/cases/{case_id}/time/preview";
  return (await client.POST(path, { params, body })).data;
};

/** Of an application under review. */
export const ofApplication: Preview = async (id, body) => {
  const params = { path: { application_id: id } };
  const path = "/api/programme/applications/{application_id}/time/preview";
  return (await client.POST(path, { params, body })).data;
};

/** Choices tried out on the server as they are made; nothing is saved. */
export function useWhatIf(preview: Preview, id: string, proposed: Proposed): WhatIf {
  const [changes, setChanges] = useState<Partial<Choices>>({});
  const choices = { ...choicesOf(proposed), ...changes };
  const [answer, setAnswer] = useState<{ result?: Result; error?: unknown }>({});
  const asked = JSON.stringify(choices);
  useEffect(() => {
    let isLatest = true;
    const timer = window.setTimeout(() => {
      preview(id, JSON.parse(asked) as Choices)
        .then((result) => isLatest && result && setAnswer({ result }))
        .catch((error: unknown) => isLatest && setAnswer((last) => ({ ...last, error })));
    }, PAUSE);
    return () => {
      isLatest = false;
      window.clearTimeout(timer);
    };
  }, [asked, id, preview]);
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
