import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";

import { Notice } from "@/ui/Notice";
import { PublicFrame } from "@/ui/PublicFrame";
import styles from "./signin.module.css";

export function ProviderErrorPage() {
  const { t } = useTranslation();
  return (
    <PublicFrame title={t("signin.title")}>
      <Notice tone="warn">{t("signin.provider.error")}</Notice>
      <p className={styles.forgot}>
        <Link to="/login">{t("signin.reset.toLogin")}</Link>
      </p>
    </PublicFrame>
  );
}
