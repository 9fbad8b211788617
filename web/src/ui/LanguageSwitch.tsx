import { useTranslation } from "react-i18next";

import { language, useLanguage } from "@/lib/preferences";
import styles from "./PublicFrame.module.css";

/** Changes the language of every sentence at once, the server's included. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const other = useLanguage() === "en" ? "zh-hans" : "en";
  return (
    <button
      type="button"
      className={styles.language}
      title={t("shell.switchLanguage")}
      onClick={() => language.set(other)}
    >
      <span aria-hidden>中 / EN</span>
      <span className="spoken" lang={other === "en" ? "en" : "zh-CN"}>
        {t("shell.switchLanguage")}
      </span>
    </button>
  );
}
