import type { ErrorComponentProps } from "@tanstack/react-router";
import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { sentenceOf } from "@/lib/errors";
import { Notice } from "@/ui/Notice";
import { Page } from "@/ui/Page";

/** A page that failed keeps the shell around it usable. */
export function CrashPage({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  return (
    <Page title={t("shell.crash.title")} narrow>
      <Notice tone="bad" alert action={<Button onClick={reset}>{t("ui.retry")}</Button>}>
        {t("shell.crash.text")}
      </Notice>
      <code>{sentenceOf(error)}</code>
    </Page>
  );
}
