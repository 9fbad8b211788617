import type { zh } from "@/locales/zh";

export type Action = keyof (typeof zh)["journal"]["action"];

/** The key of an action's words; the catalogue holds every action that the server records. */
export const actionKey = (action: string) =>
  `journal.action.${action.replace(".", "_") as Action}` as const;

export type Kind = keyof (typeof zh)["journal"]["kind"];

/** The key of a kind of object: `identity.person` → `journal.kind.person`. */
export const kindKey = (kind: string) => `journal.kind.${kind.split(".").pop() as Kind}` as const;
