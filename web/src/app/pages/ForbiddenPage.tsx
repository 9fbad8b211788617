import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { useMe } from "@/api/me";
import { roleKey } from "@/lib/roles";
import { EmptyState } from "@/ui/EmptyState";
import { Card, Page } from "@/ui/Page";

/** The address is right, but the present role may not see what is there. */
export function ForbiddenPage() {
  const { t } = useTranslation();
  const { membership } = useMe();
  return (
    <Page title={t("shell.forbidden.title")}>
      <Card>
        <EmptyState
          icon="shield"
          title={t("shell.forbidden.title")}
          action={<Link to="/">{t("shell.notFound.home")}</Link>}
        >
          {t("shell.forbidden.text", { role: t(roleKey(membership.role)) })}
        </EmptyState>
      </Card>
    </Page>
  );
}
