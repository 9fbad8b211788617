import { useTranslation } from "react-i18next";

import { requestKey } from "@/lib/requests";
import { StatusTag } from "@/ui/StatusTag";
import { type Request, toneOf } from "./types";

/** The state in a word; past the due time that is said as well. */
export function RequestState({ of }: { of: Request }) {
  const { t } = useTranslation();
  return (
    <>
      <StatusTag tone={toneOf(of)}>{t(requestKey.state(of.state))}</StatusTag>{" "}
      {of.is_overdue && <StatusTag tone="bad">{t("requests.overdue")}</StatusTag>}{" "}
      {of.is_short && !of.is_overdue && <StatusTag>{t("requests.isShort")}</StatusTag>}
    </>
  );
}
