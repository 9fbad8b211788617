import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useCan, useIsClient } from "@/api/me";
import { useOpened } from "@/ui/opened";
import { Card } from "@/ui/Page";
import { AskDrawer } from "./AskDrawer";
import { ClientRequests } from "./ClientRequests";
import { RefusalCounts } from "./RefusalCounts";
import { RequestDrawer } from "./RequestDrawer";
import { RequestTable } from "./RequestTable";
import styles from "./requests.module.css";

/** What the audit team asks for: a list with its states, or for the client one card each. */
export function RequestsPart() {
  return useIsClient() ? <ClientRequests /> : <TeamRequests />;
}

function TeamRequests() {
  const { t } = useTranslation();
  const mayAsk = useCan()("evidence", "U");
  const [asking, setAsking] = useState(false);
  const [opened, open] = useOpened("request");
  const ask = mayAsk && (
    <Button type="primary" onClick={() => setAsking(true)}>
      {t("requests.ask")}
    </Button>
  );
  return (
    <div className={styles.part}>
      <Card title={t("evidence.part.requests")} aside={ask}>
        <RequestTable onOpen={open} />
      </Card>
      <RefusalCounts />
      {asking && <AskDrawer onClose={() => setAsking(false)} />}
      {opened && <RequestDrawer key={opened} id={opened} onClose={() => open(undefined)} />}
    </div>
  );
}
