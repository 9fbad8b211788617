import { Button } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";

import { api } from "@/api/client";
import { dateTime, zoneName } from "@/lib/instant";
import { useLanguage } from "@/lib/preferences";
import { Notice } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { StatusTag } from "@/ui/StatusTag";
import { Answers } from "./Answers";
import { CannotForm } from "./CannotForm";
import { Conversation } from "./Conversation";
import { HandOver } from "./HandOver";
import { Refusals } from "./Refusals";
import styles from "./requests.module.css";
import { RequestState } from "./RequestState";
import { isOwed, isSettled, type Request } from "./types";

type Open = "hand over" | "cannot" | "talk" | undefined;

interface ClientCardProps {
  of: Request;
  /** A link named this one: brought into view, opened. */
  isFirst: boolean;
}

/** What is wanted and by when; hand it over, or say honestly that it cannot be. */
export function ClientCard({ of, isFirst }: ClientCardProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState<Open>(isFirst ? "hand over" : undefined);
  useEffect(() => {
    if (isFirst) place.current?.scrollIntoView({ block: "start" });
  }, [isFirst]);
  const toggle = (next: Open) => setOpen(open === next ? undefined : next);
  const due = t("requests.dueBy", {
    at: dateTime(of.due_at, of.zone),
    zone: zoneName(of.zone, language, new Date(of.due_at)),
  });
  return (
    <div ref={place}>
      <Card title={of.code} tags={<RequestState of={of} />} aside={of.asked_name}>
        <p className={styles.wanted}>{of.what}</p>
        {!isSettled(of) && <p className={of.is_overdue ? styles.late : styles.due}>{due}</p>}
        {of.returned && (
          <Notice tone="warn">{t("requests.returnedWhy", { reason: of.returned })}</Notice>
        )}
        {of.state === "provided" && (
          <Notice tone="ok">{t("requests.handedOver", { count: of.answer_count })}</Notice>
        )}
        {of.state === "refused" && <Notice tone="blue">{t("requests.waitsForLead")}</Notice>}
        <div className={styles.acts}>
          {!isSettled(of) && (
            <Button
              type={isOwed(of) ? "primary" : "default"}
              size="large"
              className={styles.large}
              aria-expanded={open === "hand over"}
              onClick={() => toggle("hand over")}
            >
              {t(of.state === "provided" ? "requests.more" : "requests.handOver")}
            </Button>
          )}
          {isOwed(of) && (
            <Button size="large" className={styles.large} onClick={() => toggle("cannot")}>
              {t("requests.cannot")}
            </Button>
          )}
          <Button size="large" className={styles.large} onClick={() => toggle("talk")}>
            {t("requests.messages")}
            {of.unread > 0 && (
              <StatusTag tone="violet">{t("requests.unread", { count: of.unread })}</StatusTag>
            )}
          </Button>
        </div>
        {open === "hand over" && !isSettled(of) && (
          <HandOver of={of} onDone={() => setOpen(undefined)} />
        )}
        {open === "cannot" && isOwed(of) && (
          <CannotForm of={of} onDone={() => setOpen(undefined)} />
        )}
        {open === "talk" && <Whole id={of.id} />}
      </Card>
    </div>
  );
}

function Whole({ id }: { id: string }) {
  const params = { path: { request_id: id } };
  const { data } = api.useQuery("get", "/api/evidence/requests/{request_id}", { params });
  if (!data) return null;
  return (
    <div className={styles.sections}>
      {data.answers.length > 0 && <Answers of={data} mayCheck={false} />}
      <Refusals of={data} />
      <Conversation of={data} />
    </div>
  );
}
