import { Button, Checkbox } from "antd";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { useCan, useIsClient } from "@/api/me";
import { informationKey } from "@/lib/risks";
import { ErrorSummary } from "@/ui/Notice";
import { ReasonButton } from "@/ui/ReasonButton";
import { StatusTag } from "@/ui/StatusTag";
import { useCase } from "../cases/useCase";
import styles from "../risk/risk.module.css";
import { useAct } from "../risk/useRisk";
import { isWaiting, type Item, toneOf } from "./types";

interface ItemLineProps {
  item: Item;
  mayManage: boolean;
  onAnswer: () => void;
}

/** One thing to know, its state, and what was answered. */
export function ItemLine({ item, mayManage, onAnswer }: ItemLineProps) {
  const { t } = useTranslation();
  const { is_closed } = useCase();
  const isClient = useIsClient();
  const mayAnswer = useCan()("surveys", "U") && !is_closed && item.state !== "not_needed";
  const askable = mayManage && item.asked_of === "client" && item.state !== "answered";
  const words = (
    <span className={styles.words}>
      <span>
        {item.title}{" "}
        <StatusTag tone={toneOf(item)}>{t(informationKey.state(item.state))}</StatusTag>{" "}
        {!isClient && <small>{t(informationKey.from(item.asked_of))}</small>}
      </span>
      <small>{item.hint}</small>
      <Answer item={item} />
    </span>
  );
  return (
    <li>
      {askable ? (
        <Checkbox value={item.id} className={styles.grow}>
          {words}
        </Checkbox>
      ) : (
        <span className={styles.grow}>{words}</span>
      )}
      {mayAnswer && (
        <Button size={isClient && isWaiting(item) ? "middle" : "small"} onClick={onAnswer}>
          {t(item.state === "answered" ? "information.changeAnswer" : "information.answerIt")}
        </Button>
      )}
      {mayManage && isWaiting(item) && <Drop item={item} />}
    </li>
  );
}

function Answer({ item }: { item: Item }) {
  const { t } = useTranslation();
  const { state, due_on, answer, link, by_vault, answered_by, not_needed_reason } = item;
  return (
    <>
      {state === "requested" && due_on && <span>{t("information.dueOn", { due_on })}</span>}
      {answer && <span className={styles.answer}>{answer}</span>}
      {link && (
        <a href={link} target="_blank" rel="noopener noreferrer">
          {link}
        </a>
      )}
      {by_vault && <span>{t("information.byVault")}</span>}
      {answered_by && state === "answered" && (
        <small>{t("information.answeredBy", { name: answered_by })}</small>
      )}
      {not_needed_reason && state === "not_needed" && <span>{not_needed_reason}</span>}
    </>
  );
}

function Drop({ item }: { item: Item }) {
  const { t } = useTranslation();
  const { run, busy, error } = useAct();
  return (
    <>
      <ReasonButton
        label={t("information.drop")}
        question={t("information.whyDrop")}
        busy={busy}
        onReason={(reason) =>
          run(
            client.POST("/api/programme/information/items/{information_id}/drop", {
              params: { path: { information_id: item.id } },
              body: { version: item.version, reason },
            }),
          )
        }
      />
      <ErrorSummary error={error} />
    </>
  );
}
