import { Button, Input, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";

import { client } from "@/api/client";
import { ErrorSummary } from "@/ui/Notice";
import { Card } from "@/ui/Page";
import { useCaseId } from "../cases/useCase";
import styles from "../risk/risk.module.css";
import { useAct } from "../risk/useRisk";
import { NoteLine } from "./NoteLine";
import type { Information } from "./types";

/** What follows from the information: for the risks, for the plan, or nothing. */
export function Notes({ information, may }: { information: Information; may: boolean }) {
  const { t } = useTranslation();
  const { notes } = information;
  return (
    <Card title={t("information.notes")} aside={t("risk.count", { count: notes.length })}>
      {notes.length === 0 && <p className={styles.muted}>{t("information.noNotes")}</p>}
      <ul className={styles.list}>
        {notes.map((note) => (
          <NoteLine key={note.id} note={note} about={aboutOf(information, note)} may={may} />
        ))}
      </ul>
      {may && <NewNote information={information} />}
    </Card>
  );
}

/** The item or the fact that a note is about, in its words. */
function aboutOf({ items, facts }: Information, note: Information["notes"][number]): string {
  const item = items.find(({ id }) => id === note.item_id);
  const fact = facts.find(({ id }) => id === note.fact_id);
  return item?.title ?? fact?.statement ?? "";
}

function NewNote({ information: { items, facts } }: { information: Information }) {
  const { t } = useTranslation();
  const { run, busy, error } = useAct();
  const [about, setAbout] = useState("");
  const [text, setText] = useState("");
  const params = { path: { case_id: useCaseId() } };
  const add = () => {
    const target = {
      item_id: items.some(({ id }) => id === about) ? about : null,
      fact_id: facts.some(({ id }) => id === about) ? about : null,
    };
    run(
      client.POST("/api/programme/cases/{case_id}/information/notes", {
        params,
        body: { ...target, text: text.trim() },
      }),
      () => setText(""),
    );
  };
  const options = [
    { value: "", label: t("information.aboutAll") },
    ...items.map(({ id, title }) => ({ value: id, label: title })),
    ...facts.map(({ id, statement }) => ({ value: id, label: statement })),
  ];
  return (
    <div className={styles.stack}>
      <ErrorSummary error={error} />
      <Select
        aria-label={t("information.about")}
        value={about}
        options={options}
        onChange={setAbout}
        showSearch={{ optionFilterProp: "label" }}
      />
      <Input.TextArea
        aria-label={t("information.note")}
        placeholder={t("information.notePlaceholder")}
        value={text}
        maxLength={4000}
        rows={2}
        onChange={({ target }) => setText(target.value)}
      />
      <div className={styles.row}>
        <Button loading={busy} disabled={!text.trim()} onClick={add}>
          {t("information.addNote")}
        </Button>
      </div>
    </div>
  );
}
