import { useEffect, useMemo } from "react";

import { client } from "@/api/client";
import { useMe } from "@/api/me";
import { useStore } from "@/lib/store";
import { Autosave, type Keeper, type Kept } from "./autosave";
import { type Answers, type Saved, type Survey, whole } from "./types";

/** What this person has not sent yet of one survey, in this browser. */
function keeperOf(key: string): Keeper<Answers> {
  return {
    read: () => {
      const text = window.localStorage.getItem(key);
      return text ? (JSON.parse(text) as Kept<Answers>) : null;
    },
    write: (kept) => window.localStorage.setItem(key, JSON.stringify(kept)),
    clear: () => window.localStorage.removeItem(key),
  };
}

/** The answers of an open survey: typed, kept, sent; `onSaved` hears what is still missing. */
export function useAutosave(survey: Survey, onSaved: (saved: Saved) => void) {
  const { membership } = useMe();
  const autosave = useMemo(
    () =>
      new Autosave<Answers>({
        value: whole(survey.answers),
        version: survey.version,
        keeper: keeperOf(`survey:${membership.id}:${survey.id}`),
        save: async (answers, version) => {
          const { data } = await client.PATCH("/api/programme/surveys/{survey_id}", {
            params: { path: { survey_id: survey.id } },
            body: { version, answers },
          });
          if (!data) return version;
          onSaved(data);
          return data.version;
        },
      }),
    // Once for each survey: what others save meanwhile is noticed by the version.
    // oxlint-disable-next-line react/exhaustive-deps
    [survey.id, membership.id],
  );
  useEffect(() => {
    const retry = () => void autosave.flush();
    window.addEventListener("online", retry);
    return () => {
      window.removeEventListener("online", retry);
      autosave.stop();
      void autosave.flush();
    };
  }, [autosave]);
  return { autosave, state: useStore(autosave.state) };
}
