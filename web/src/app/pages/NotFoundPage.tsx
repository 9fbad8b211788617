import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { EmptyState } from "@/ui/EmptyState";
import { Card, Page } from "@/ui/Page";

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t("shell.notFound.title")}>
      <Card>
        <EmptyState
          icon="search"
          title={t("shell.notFound.title")}
          action={<Link to="/">{t("shell.notFound.home")}</Link>}
        >
          {t("shell.notFound.text")}
        </EmptyState>
      </Card>
    </Page>
  );
}
