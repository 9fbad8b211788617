import { useTranslation } from "react-i18next";

import { FilterTabs } from "@/ui/FilterTabs";
import { useOpened } from "@/ui/opened";
import { CoursesPanel } from "./CoursesPanel";
import { IctPanel } from "./IctPanel";
import { RecordsPanel } from "./RecordsPanel";
import styles from "./training.module.css";

const TABS = ["ict", "records", "courses"] as const;

/** Who may audit remotely, what people were trained in, and which courses were held. */
export function TrainingPage() {
  const { t } = useTranslation();
  const [opened, open] = useOpened("tab");
  const tab = TABS.find((name) => name === opened) ?? "ict";
  const tabs = (
    <div className={styles.tabs}>
      <FilterTabs
        label={t("shell.nav.training")}
        value={tab}
        onChange={open}
        options={TABS.map((name) => ({ value: name, label: t(`training.tab.${name}`) }))}
      />
    </div>
  );
  if (tab === "records") return <RecordsPanel tabs={tabs} />;
  if (tab === "courses") return <CoursesPanel tabs={tabs} />;
  return <IctPanel tabs={tabs} />;
}
