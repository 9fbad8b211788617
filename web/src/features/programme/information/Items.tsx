import { Button, Checkbox, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { EmptyState } from "@/ui/EmptyState";
import { Icon } from "@/ui/icons";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { useCaseId } from "../cases/useCase";
import styles from "../risk/risk.module.css";
import { useAct } from "../risk/useRisk";
import { AnswerDrawer } from "./AnswerDrawer";
import { ItemLine } from "./ItemLine";
import { dayFromNow, type Information, isWaiting } from "./types";

/** The checklist: for the body all of it, for the client what it is asked for. */
export function Items({
  information,
  mayManage,
}: {
  information: Information;
  mayManage: boolean;
}) {
  const { t } = useTranslation();
  const { run, busy, error } = useAct();
  const id = useCaseId();
  const { items, request_days } = information;
  const [chosen, setChosen] = useState<string[]>([]);
  const [answering, setAnswering] = useState<string | null>(null);
  const [dueOn, setDueOn] = useState(() => dayFromNow(request_days));
  const item = items.find((each) => each.id === answering);
  const ask = () =>
    run(
      client.POST("/api/programme/cases/{case_id}/information/request", {
        params: { path: { case_id: id } },
        body: { item_ids: chosen, due_on: dueOn },
      }),
      () => setChosen([]),
    );
  const open = items.filter((each) => each.asked_of === "client" && each.state === "open");
  const waiting = items.filter(isWaiting).length;
  return (
    <Card
      title={t(mayManage ? "information.items" : "information.itemsForClient")}
      aside={
        <>
          {t("information.collected", { done: items.length - waiting, all: items.length })}{" "}
          <Button
            type="text"
            size="small"
            icon={<Icon name="download" />}
            href={`/api/programme/cases/${id}/information/workbook`}
            download
          >
            {t("ui.export")}
          </Button>
        </>
      }
    >
      <ErrorSummary error={error} />
      {items.length === 0 && (
        <EmptyState icon="check" title={t("information.nothingAsked")}>
          {t("information.nothingAskedText")}
        </EmptyState>
      )}
      {mayManage && (
        <div className={styles.row}>
          <Checkbox
            checked={chosen.length > 0 && chosen.length === open.length}
            indeterminate={chosen.length > 0 && chosen.length < open.length}
            disabled={open.length === 0}
            onChange={({ target }) => setChosen(target.checked ? open.map((each) => each.id) : [])}
          >
            {t("information.chooseOpen", { count: open.length })}
          </Checkbox>
          <label className={styles.due}>
            {t("information.answerBy")}
            <Input type="date" value={dueOn} onChange={({ target }) => setDueOn(target.value)} />
          </label>
          <Button loading={busy} disabled={chosen.length === 0 || !dueOn} onClick={ask}>
            {t("information.ask", { count: chosen.length })}
          </Button>
        </div>
      )}
      <Checkbox.Group value={chosen} onChange={setChosen} className={styles.wide}>
        <ul className={styles.list}>
          {items.map((each) => (
            <ItemLine
              key={each.id}
              item={each}
              mayManage={mayManage}
              onAnswer={() => setAnswering(each.id)}
            />
          ))}
        </ul>
      </Checkbox.Group>
      {mayManage && <NewItem />}
      {item && <AnswerDrawer key={item.id} item={item} onClose={() => setAnswering(null)} />}
    </Card>
  );
}

function NewItem() {
  const { t } = useTranslation();
  const { run, busy, error } = useAct();
  const [title, setTitle] = useState("");
  const params = { path: { case_id: useCaseId() } };
  const add = () => {
    if (!title.trim()) return;
    run(
      client.POST("/api/programme/cases/{case_id}/information/items", {
        params,
        body: { title: title.trim(), hint: "", asked_of: "client" },
      }),
      () => setTitle(""),
    );
  };
  return (
    <>
      <ErrorSummary error={error} />
      <div className={styles.row}>
        <Input
          className={styles.grow}
          aria-label={t("information.newItem")}
          placeholder={t("information.newItem")}
          value={title}
          maxLength={200}
          onChange={({ target }) => setTitle(target.value)}
          onPressEnter={add}
        />
        <Button loading={busy} disabled={!title.trim()} onClick={add}>
          {t("information.addItem")}
        </Button>
      </div>
    </>
  );
}
