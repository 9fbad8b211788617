import { useTranslation } from "react-i18next";

import { Page } from "@/ui/Page";
import { SessionList } from "./SessionList";

/** Every session one may see, of all audits: managers see how things stand without entering. */
export function SessionsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("rooms.title")}>
      <SessionList />
    </Page>
  );
}
