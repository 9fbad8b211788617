import { Button, Drawer } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { api, client } from "@/api/client";
import { useCan } from "@/api/me";
import { useRefreshBelow } from "@/api/refresh";
import { useCaseId } from "@/lib/caseId";
import { Instant } from "@/ui/Instant";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Facts, Waiting } from "@/ui/Page";
import { PathLink } from "@/ui/PathLink";
import { StatusTag } from "@/ui/StatusTag";
import { useRun } from "@/ui/useRun";
import { CorrectForm } from "./CorrectForm";
import styles from "./external.module.css";
import { Timeline } from "./Timeline";
import { intoSession, type WholeExternal } from "./types";

/** One export of another tool: whose it is, its clock, what was said or who was there. */
export function ExternalDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const params = { path: { external_id: id } };
  const { data, error } = api.useQuery("get", "/api/evidence/external/{external_id}", { params });
  return (
    <Drawer
      open
      size={640}
      title={data ? `${data.code} ${data.name}` : t("external.one")}
      onClose={onClose}
    >
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      {data && <Whole of={data} />}
    </Drawer>
  );
}

function Whole({ of }: { of: WholeExternal }) {
  const { t } = useTranslation();
  const caseId = useCaseId();
  const may = useCan()("evidence", "C");
  const [correcting, correct] = useState(false);
  const at = of.session_seconds === null ? "" : intoSession(of.session_seconds);
  const known: (readonly [string, React.ReactNode])[] = [
    [t("external.what"), t(`external.whats.${of.what}`)],
    [t("external.tool"), of.tool],
    [t("external.exportedBy"), of.exported_by],
    [t("external.consent"), of.consent],
    [t("external.start"), `${of.local_start.replace("T", " ")} · ${of.zone}`],
    [t("external.offset"), of.offset_seconds ? String(of.offset_seconds) : ""],
    [t("external.onOurClock"), <Instant key="at" at={of.starts_at} seconds />],
    [t("external.session"), at && `${of.plan_item} ${at}`],
  ];
  return (
    <div className={styles.enter}>
      <p>
        <StatusTag tone="violet">{t("external.mark")}</StatusTag>
      </p>
      <Facts items={known.filter(([, value]) => value)} />
      <p>
        <PathLink href={`/audits/${caseId}/evidence?item=${of.item_id}`}>
          {t("external.toItem")}
        </PathLink>
      </p>
      {may && !correcting && (
        <p>
          <Button onClick={() => correct(true)}>{t("external.correct")}</Button>
        </p>
      )}
      {correcting && <CorrectForm of={of} onDone={() => correct(false)} />}
      {of.read_state === "waiting" && <Waits of={of} may={may} />}
      {of.read_state === "unreadable" && of.read_problem && (
        <Notice tone="warn">{t(`external.problem.${of.read_problem}`)}</Notice>
      )}
      <Timeline of={of} />
    </div>
  );
}

function Waits({ of, may }: { of: WholeExternal; may: boolean }) {
  const { t } = useTranslation();
  const { run, busy, error } = useRun(useRefreshBelow("/api/evidence"));
  const read = () => {
    const params = { path: { external_id: of.id } };
    const path = "/api/evidence/external/{external_id}/read";
    return run(client.POST(path, { params, body: { version: of.version } }));
  };
  return (
    <>
      <ErrorSummary error={error} />
      <p className="muted">{t("external.waits")}</p>
      {may && (
        <p>
          <Button loading={busy} onClick={() => void read()}>
            {t("external.readNow")}
          </Button>
        </p>
      )}
    </>
  );
}
