import { zh } from "@/locales/zh";

const WORDS = zh.journal.action;
type Kind = keyof (typeof zh)["journal"]["kind"];

/** Every action that the server records, as it writes them: `person.added`. */
export const ACTIONS = Object.entries(WORDS).flatMap(([object, deeds]) =>
  Object.keys(deeds).map((deed) => `${object}.${deed}`),
);

/** The key of an action's words; the server's tests see to it that each has some. */
export const actionKey = (action: string) => `journal.action.${action as "person.added"}` as const;

/** The key of a kind of object: `identity.person` → `journal.kind.person`. */
export const kindKey = (kind: string) => `journal.kind.${kind.split(".").pop() as Kind}` as const;
