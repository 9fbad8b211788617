import { Drawer } from "antd";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { useCan } from "@/api/me";
import { clausesText } from "@/lib/clauses";
import { requestKey } from "@/lib/requests";
import { Instant } from "@/ui/Instant";
import { ErrorSummary, Notice } from "@/ui/Notice";
import { Facts, Waiting } from "@/ui/Page";
import { Answers } from "./Answers";
import { Conversation } from "./Conversation";
import { Decide } from "./Decide";
import { Refusals } from "./Refusals";
import styles from "./requests.module.css";
import { RequestState } from "./RequestState";
import type { WholeRequest } from "./types";

/** One request beside the list: what was asked, what came, what is to be decided. */
export function RequestDrawer({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const params = { path: { request_id: id } };
  const { data, error } = api.useQuery("get", "/api/evidence/requests/{request_id}", { params });
  return (
    <Drawer open size={640} title={data?.code ?? t("requests.one")} onClose={onClose}>
      <ErrorSummary error={error} />
      {!data && !error && <Waiting />}
      {data && <RequestSheet of={data} />}
    </Drawer>
  );
}

function RequestSheet({ of }: { of: WholeRequest }) {
  const mayDecide = useCan()("evidence", "U");
  return (
    <div className={styles.sections}>
      <About of={of} />
      <Answers of={of} mayCheck={mayDecide} />
      <Refusals of={of} />
      {mayDecide && <Decide key={of.version} of={of} />}
      <Conversation of={of} />
    </div>
  );
}

function About({ of }: { of: WholeRequest }) {
  const { t } = useTranslation();
  const known: (readonly [string, React.ReactNode])[] = [
    [t("requests.due"), <Instant key="due" at={of.due_at} zone={of.zone} />],
    [t("requests.phase"), t(requestKey.phase(of.phase))],
    [t("requests.clauses"), clausesText(of.clauses)],
    [t("requests.planItem"), of.plan_item],
    [t("requests.site"), of.site],
    [t("requests.asked"), <By key="by" name={of.asked_name} at={of.asked_at} />],
    [
      t("requests.settled"),
      of.settled_at && <By key="by" name={of.settled_by} at={of.settled_at} />,
    ],
    [t("requests.acceptedNote"), of.accepted],
    [t("requests.withdrawnWhy"), of.withdrawn],
  ];
  return (
    <section>
      <p>
        <RequestState of={of} />
      </p>
      <p className={styles.asked}>{of.what}</p>
      {of.returned && (
        <Notice tone="warn">{t("requests.returnedWhy", { reason: of.returned })}</Notice>
      )}
      <Facts items={known.filter(([, value]) => value)} />
    </section>
  );
}

function By({ name, at }: { name: string; at: string }) {
  return (
    <>
      {name} · <Instant at={at} />
    </>
  );
}
