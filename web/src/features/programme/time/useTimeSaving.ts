import { useState } from "react";

import { type ApiError, isStale } from "@/lib/errors";
import { type Choices, choicesOf, type Proposed } from "./types";
import type { WhatIf } from "./useWhatIf";

export interface TimeBody {
  /** The calculation that the form started from; 0 where there was none. */
  number: number;
  choices: Choices;
  days: number | null;
  override_reason: string;
}

/** What somebody else saved meanwhile, as a 409 brings it. */
export type SavedTime = Proposed & { version: number; days: string };

interface State {
  own: number | null;
  reason: string;
  busy: boolean;
  saved: boolean;
  error: unknown;
}

const BEGIN: State = { own: null, reason: "", busy: false, saved: false, error: null };

/** Saving a calculation: it keeps the number that the form began with, so that a 409 is noticed. */
export function useTimeSaving(
  whatIf: WhatIf,
  number: number,
  save: (body: TimeBody) => Promise<number | undefined>,
) {
  const [began, setBegan] = useState(number);
  const [state, setState] = useState(BEGIN);
  const set = (part: Partial<State>) => setState((last) => ({ ...last, saved: false, ...part }));
  const submit = async () => {
    set({ busy: true, error: null });
    try {
      const body = { number: began, choices: whatIf.choices, days: state.own };
      const now = await save({ ...body, override_reason: state.reason });
      setBegan(now ?? began);
      whatIf.reset();
      setState({ ...BEGIN, saved: true });
    } catch (error) {
      set({ busy: false, error });
    }
  };
  const stale: ApiError | null = isStale(state.error) ? state.error : null;
  const theirs = (stale?.params.current ?? {}) as SavedTime;
  return {
    ...state,
    set,
    submit: () => void submit(),
    error: stale ? null : state.error,
    stale,
    close: () => set({ error: null }),
    keepMine: () => {
      setBegan(theirs.version);
      set({ error: null });
    },
    takeTheirs: () => {
      setBegan(theirs.version);
      whatIf.change(choicesOf(theirs));
      set({ error: null, own: Number(theirs.days) });
    },
  };
}
