import { zh } from "@/locales/zh";

type Action = keyof (typeof zh)["journal"]["action"];
type Kind = keyof (typeof zh)["journal"]["kind"];

/** Every action that the server records, as it writes them: `person.added`. */
export const ACTIONS = Object.keys(zh.journal.action).map((key) => key.replace("_", "."));

/** The key of an action's words. */
export const actionKey = (action: string) =>
  `journal.action.${action.replace(".", "_") as Action}` as const;

/** The key of a kind of object: `identity.person` → `journal.kind.person`. */
export const kindKey = (kind: string) => `journal.kind.${kind.split(".").pop() as Kind}` as const;
