import { useTranslation } from "react-i18next";

import { roleKey } from "@/lib/roles";
import type { Entry } from "./JournalPage";

/** Who acted: a person in a role, or a process of the server. */
export function Actor({ entry }: { entry: Entry }) {
  const { t } = useTranslation();
  if (entry.role === "SYS") return <>{t("journal.system")}</>;
  return (
    <>
      {entry.actor_name || t("journal.nobody")} <small>{t(roleKey(entry.role))}</small>
    </>
  );
}
