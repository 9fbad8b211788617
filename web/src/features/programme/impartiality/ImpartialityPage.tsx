import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan } from "@/api/me";
import { FilterTabs } from "@/ui/FilterTabs";
import { Icon } from "@/ui/icons";
import { Notice } from "@/ui/Notice";
import { useOpened } from "@/ui/opened";
import { Page } from "@/ui/Page";
import { Declarations } from "./Declarations";
import styles from "./impartiality.module.css";
import { InterestDrawer } from "./InterestDrawer";
import { NewInterestDrawer } from "./NewInterestDrawer";
import { Owed } from "./Owed";
import { Register } from "./Register";

/** What ties people to clients, what the committee decided, and who has declared. */
export function ImpartialityPage() {
  const { t } = useTranslation();
  const may = useCan()("impartiality", "U");
  const [view, setView] = useOpened("view");
  const [opened, open] = useOpened("interest");
  const [creating, setCreating] = useState(false);
  const { data } = api.useQuery("get", "/api/programme/declarations/owed");
  return (
    <Page
      title={t("shell.nav.impartiality")}
      actions={
        may && (
          <Button type="primary" icon={<Icon name="plus" />} onClick={() => setCreating(true)}>
            {t("impartiality.register")}
          </Button>
        )
      }
    >
      {may && data && data.mine.length > 0 && <Owed dues={data.mine} />}
      {data && data.lacking.length > 0 && (
        <Notice tone="warn">
          {t("impartiality.lacking", { names: data.lacking.join(t("team.comma")) })}
        </Notice>
      )}
      <div className={styles.views}>
        <FilterTabs
          label={t("impartiality.view")}
          value={view === "declarations" ? "declarations" : "register"}
          options={[
            { value: "register", label: t("impartiality.interests") },
            { value: "declarations", label: t("impartiality.declarations") },
          ]}
          onChange={(value) => setView(value === "declarations" ? value : undefined)}
        />
      </div>
      {view === "declarations" ? <Declarations /> : <Register onOpen={open} />}
      {creating && (
        <NewInterestDrawer
          onClose={() => setCreating(false)}
          onCreated={(id) => {
            setCreating(false);
            open(id);
          }}
        />
      )}
      {opened && <InterestDrawer key={opened} id={opened} onClose={() => open(undefined)} />}
    </Page>
  );
}
