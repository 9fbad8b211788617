import { Button } from "antd";
import { useTranslation } from "react-i18next";

import { PublicFrame } from "@/ui/PublicFrame";
import { signOut } from "./flow";
import styles from "./signin.module.css";

/** The password was right, but nobody gave this person a role that holds today. */
export function NoRolePage({ onBack }: { onBack: () => void }) {
  const { t } = useTranslation();
  return (
    <PublicFrame title={t("signin.noRole.title")}>
      <p className={styles.lead}>{t("signin.noRole.text")}</p>
      <Button block size="large" onClick={() => void signOut().finally(onBack)}>
        {t("shell.user.signOut")}
      </Button>
    </PublicFrame>
  );
}
