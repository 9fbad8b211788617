import { useTranslation } from "react-i18next";

import { useMe } from "@/api/me";
import { roleKey } from "@/lib/roles";
import { PathLink } from "@/ui/PathLink";
import type { Fact } from "./types";

/** The way to mend what is missing; a client is told who of the body acts instead. */
export function Act({ fact }: { fact: Fact }) {
  const { t } = useTranslation();
  const { role, tenant } = useMe().membership;
  if (fact.href && (tenant.kind === "body" || fact.role === role)) {
    return <PathLink href={fact.href}>{fact.verb || t("cases.mend")}</PathLink>;
  }
  if (!fact.role) return null;
  return <small>{t("cases.waitsFor", { role: t(roleKey(fact.role)) })}</small>;
}
