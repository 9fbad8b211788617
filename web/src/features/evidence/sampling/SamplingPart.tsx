import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { useCanWholly, useIsClient, useMe } from "@/api/me";
import { useOpened } from "@/ui/opened";
import { Card } from "@/ui/Page";
import { ClientRequests } from "../requests/ClientRequests";
import { NewSampleDrawer } from "./NewSampleDrawer";
import { ProofDrawer } from "./ProofDrawer";
import { SampleDrawer } from "./SampleDrawer";
import { SampleTable } from "./SampleTable";
import styles from "./sampling.module.css";
import { SamplingCounts } from "./SamplingCounts";

const OF_SAMPLING = "population,sampling";

/** Samples of the audit; the client sees what it is asked for, and nothing before that. */
export function SamplingPart() {
  return useIsClient() ? <ForClient /> : <ForTeam />;
}

function ForClient() {
  const { t } = useTranslation();
  return (
    <ClientRequests
      source={OF_SAMPLING}
      emptyTitle={t("sampling.client.emptyTitle")}
      empty={t("sampling.client.empty")}
    />
  );
}

function ForTeam() {
  const { t } = useTranslation();
  const can = useCanWholly();
  const isAuthority = useMe().membership.tenant.kind === "authority";
  const [isNew, setNew] = useState(false);
  const [opened, open] = useOpened("sample");
  const begin = can("sampling", "C") && (
    <Button type="primary" onClick={() => setNew(true)}>
      {t("sampling.new")}
    </Button>
  );
  const close = () => open(undefined);
  return (
    <div className={styles.part}>
      <Card title={t("sampling.title")} aside={begin}>
        <SampleTable onOpen={open} />
      </Card>
      {!isAuthority && <SamplingCounts />}
      {isNew && <NewSampleDrawer onClose={() => setNew(false)} onMade={open} />}
      {opened && isAuthority && <ProofDrawer key={opened} id={opened} onClose={close} />}
      {opened && !isAuthority && <SampleDrawer key={opened} id={opened} onClose={close} />}
    </div>
  );
}
