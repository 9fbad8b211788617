import type { zh } from "@/locales/zh";

type Role = keyof (typeof zh)["role"];

/** The key of a role's name: `t(roleKey(membership.role))`. */
export const roleKey = (code: string) => `role.${code as Role}` as const;
